import { request } from 'node:http';

/** The status of an answer to a Host of our choosing, which fetch does not let one choose. */
export function rawStatus(origin: string, path: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${origin}${path}`, { headers: { host }, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    })
      .on('error', reject)
      .end();
  });
}
