import { request } from 'node:http';

/** Returns the status of the response to a request with this Host header, which fetch cannot set. */
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
