import type { IncomingMessage, ServerResponse } from 'node:http';
import { asciiEscaped, type Draw, htmlEscaped, jsonEscaped, percent } from './random-text.js';

/** What the server knows of a call: all of it. */
export interface Seen {
  /** The query as it was on the wire. */
  query: string;
  headers: Record<string, string>;
  /** Values that were sent, decoded. */
  values: string[];
  phones: string[];
}

/** Writes the answer to a request. */
export type HostileAnswer = (request: IncomingMessage, response: ServerResponse) => void;

const STATUSES = [200, 200, 200, 400, 400, 403, 404, 429, 500, 502, 503];
const CODES = [
  'isv.MOBILE_NUMBER_ILLEGAL',
  'isv.BUSINESS_LIMIT_CONTROL',
  'isv.PARAM_LENGTH_LIMIT',
  'isp.SYSTEM_ERROR',
  'SignatureDoesNotMatch',
  'Throttling.User',
  'InternalError',
  'BrandNewCode',
  'OK',
];

/** Every way in which an answer could say back what it was sent. */
const ECHOES: readonly ((seen: Seen, draw: Draw) => string)[] = [
  // The gateway's own: the string to sign of both signatures.
  ({ query, headers }) =>
    'Specified signature does not match our calculation. server StringToSign is ' +
    `[ACS3-HMAC-SHA256\nffff] server CanonicalRequest is [POST\n/\n${query}\n${lines(headers)}]`,
  ({ query }) =>
    `Specified signature is not matched with our calculation. server string to sign is:POST&%2F&${percent(query)}`,
  ({ query }) => query,
  ({ query }) => `https://dysmsapi.aliyuncs.com/?${query}`,
  ({ query }, draw) => `/?${query}`.slice(0, draw.between(20, 400)),
  ({ query }) => decodeURIComponent(query),
  ({ query }) => percent(query),
  ({ query }) => percent(query, 2),
  ({ query }) => query.replace(/%../g, (escape) => escape.toLowerCase()),
  ({ query }) => query.replaceAll('%20', '+'),
  ({ query }) => jsonEscaped(decodeURIComponent(query)),
  ({ query }) => jsonEscaped(jsonEscaped(decodeURIComponent(query))),
  ({ query }) => asciiEscaped(decodeURIComponent(query)),
  ({ query }) => asciiEscaped(decodeURIComponent(query)).toUpperCase(),
  ({ query }) => htmlEscaped(decodeURIComponent(query)),
  ({ headers }) => lines(headers),
  ({ headers }) => JSON.stringify(headers),
  ({ values }) => values.join(' '),
  ({ values }) => values.join(''),
  ({ values }, draw) => `params must be [a-zA-Z0-9] for verification sms: ${draw.from(values)}`,
  ({ values }, draw) => `变量${draw.from(values)}不合法`,
  ({ values }, draw) => `x${draw.from(values)}x`,
  ({ values }, draw) => percent(draw.from(values)),
  ({ values }, draw) => JSON.stringify(JSON.stringify(draw.from(values))),
  ({ values }, draw) => draw.from(values).toUpperCase(),
  ({ values }, draw) => `触发分钟级流控Permits:${draw.from(values)}`,
  ({ phones }, draw) => `${draw.from(phones)}invalid mobile number`,
  ({ phones }) => phones.join('-'),
  ({ phones }, draw) => dashed(draw.from(phones)),
  ({ phones }, draw) => `tel:${draw.from(phones)}`,
  ({ phones }, draw) => draw.from(phones),
  ({ headers, values }) => `${headers['authorization']} ${values.join()}`,
  ({ headers }) => headers['x-acs-security-token'] ?? headers['authorization']!,
];

const lines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}:${value}`)
    .join('\n');
const dashed = (phone: string) => `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`;

/** Bodies as every box on the way could write them. */
const BODIES: readonly ((text: () => string, draw: Draw) => string)[] = [
  (text, draw) => aliyun(draw, { Message: text() }),
  (text, draw) => aliyun(draw, { Message: text() }),
  (text, draw) => aliyun(draw, { Message: text(), Code: text() }),
  (text, draw) => aliyun(draw, { RequestId: text() }),
  (text, draw) => aliyun(draw, { Code: 'OK', BizId: text(), RequestId: text(), Message: text() }),
  (text) => JSON.stringify({ Code: 'OK', BizId: '9007^0', RequestId: text(), Message: text() }),
  (text) => JSON.stringify({ code: text(), message: text(), requestId: text() }),
  (text) => JSON.stringify({ Code: { a: text() }, Message: [text()], BizId: [text()] }),
  (text, draw) =>
    aliyun(draw, { Recommend: text(), HostId: text(), AccessDeniedDetail: { a: text() } }),
  (text) => JSON.stringify(text()),
  (text) => `<html><body>Bad Gateway: ${text()}</body></html>`,
  (text) => `<Error><Code>${text()}</Code><Message>${text()}</Message></Error>`,
  (text) => text(),
];

function aliyun(draw: Draw, changes: Record<string, unknown>): string {
  return JSON.stringify({
    Code: draw.from(CODES),
    Message: 'a text',
    RequestId: draw.letters(12),
    HostId: 'dysmsapi.aliyuncs.com',
    ...changes,
  });
}

export function drawAnswer(draw: Draw): HostileAnswer {
  const status = draw.from(STATUSES);
  const way = draw.below(100);
  return (request, response) => {
    const seen = look(request);
    const text = () => draw.from(ECHOES)(seen, draw);
    const body = draw.from(BODIES)(text, draw);
    if (way < 3) return void response.socket!.end(`HTTP/1.1 ${text()}\r\n\r\n`);
    if (way < 6) return void response.socket!.end(`${text()}\r\n${body}`);
    if (way < 10) {
      const head = 'HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n';
      return void response.socket!.write(head + body, () => response.socket?.resetAndDestroy());
    }
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    for (const name of draw.chance(20) ? ['server', 'x-acs-request-id', 'x-acs-retry-after'] : []) {
      headers[name] = printable(text());
    }
    response.writeHead(status, printable(draw.chance(10) ? text() : 'X'), headers);
    response.end(body);
  };
}

function look(request: IncomingMessage): Seen {
  const query = request.url!.slice(2);
  const params = new URLSearchParams(query.replaceAll('+', '%2B'));
  const values = JSON.parse(params.get('TemplateParam') ?? '{"a":"nothing"}') as object;
  return {
    query,
    headers: request.headers as Record<string, string>,
    values: Object.values(values) as string[],
    phones: (params.get('PhoneNumbers') ?? params.get('PhoneNumber') ?? '').split(','),
  };
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 2000);
}
