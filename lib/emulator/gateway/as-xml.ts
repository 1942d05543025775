import type { HttpReply } from '../http/http-reply.js';
import { toXml } from '../http/xml.js';

/** The same answer for a caller that asked for `Format=XML`. */
export function asXml(reply: HttpReply, action: string): HttpReply {
  if (!reply.headers['content-type']?.startsWith('application/json') || reply.send) return reply;
  const root = reply.status < 400 ? `${action}Response` : 'Error';
  return {
    ...reply,
    headers: { ...reply.headers, 'content-type': 'text/xml;charset=utf-8' },
    body: toXml(root, JSON.parse(String(reply.body)) as object),
  };
}
