import { header, jsonResponse, type HttpCall, type HttpResponse } from '../http/http-call.js';

/** A response as Aliyun sends it: a header names the request too. */
export function aliyunResponse(status: number, requestId: string, body: object): HttpResponse {
  const response = jsonResponse(status, body);
  return { ...response, headers: { ...response.headers, 'x-acs-request-id': requestId } };
}

/** The response to a call that the gateway refuses, with Aliyun's order of keys. */
export function refusalResponse(
  http: HttpCall,
  requestId: string,
  error: { status: number; code: string; message: string },
  detail: object = {},
): HttpResponse {
  return aliyunResponse(error.status, requestId, {
    RequestId: requestId,
    Message: error.message,
    HostId: header(http, 'host') || 'dysmsapi.aliyuncs.com',
    Code: error.code,
    Recommend: `https://api.aliyun.com/troubleshoot?q=${error.code}&product=Dysmsapi&requestId=${requestId}`,
    ...detail,
  });
}

/** The same response for a caller that asked for `Format=XML`. */
export function asXml(response: HttpResponse, action: string): HttpResponse {
  const isJson = response.headers['content-type']?.startsWith('application/json') ?? false;
  if (!isJson || response.send) return response;
  const root = response.status < 400 ? `${action}Response` : 'Error';
  const body = JSON.parse(String(response.body)) as object;
  return {
    ...response,
    headers: { ...response.headers, 'content-type': 'text/xml;charset=utf-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?>${element(root, body)}`,
  };
}

function element(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((each) => element(name, each)).join('');
  const inner =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([key, each]) => element(key, each))
          .join('')
      : escape(String(value as string | number | boolean));
  return `<${name}>${inner}</${name}>`;
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (char) =>
    char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;',
  );
}
