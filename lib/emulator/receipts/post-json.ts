import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** Aliyun waits no longer than this (https://help.aliyun.com/document_detail/101867.html). */
export const ANSWER_LIMIT_MS = 700;

const MAX_ANSWER = 64 * 1024;

/** Posts and gives the answer's status and body; rejects where it is not whole within the limit. */
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
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > MAX_ANSWER) request.destroy(new Error('the answer is too long'));
        });
        answer.on('error', reject);
        answer.on('end', () => {
          clearTimeout(timer);
          resolve({ status: answer.statusCode!, body: text });
        });
      },
    );
    const timer = setTimeout(
      () => request.destroy(new Error(`no answer within ${ANSWER_LIMIT_MS} ms`)),
      ANSWER_LIMIT_MS,
    );
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.end(body);
  });
}
