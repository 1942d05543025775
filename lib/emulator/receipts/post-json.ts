import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** Aliyun waits no longer than this (https://help.aliyun.com/document_detail/101867.html). */
const MAX_WAIT_MS = 700;

const MAX_RESPONSE_LENGTH = 64 * 1024;

/** Resolves with status and body; rejects if the response is not complete within 700 ms. */
export function postJson(
  url: string,
  body: string,
  signal: AbortSignal,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? httpsRequest : httpRequest)(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        headers: {
          'content-type': 'application/json;charset=utf-8',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > MAX_RESPONSE_LENGTH) {
            request.destroy(new Error('the answer is too long'));
          }
        });
        response.on('error', reject);
        response.on('end', () => {
          clearTimeout(timer);
          resolve({ status: response.statusCode!, body: text });
        });
      },
    );
    const timer = setTimeout(
      () => request.destroy(new Error(`no answer within ${MAX_WAIT_MS} ms`)),
      MAX_WAIT_MS,
    );
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.end(body);
  });
}
