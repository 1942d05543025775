import { header, type HttpCall } from '../http/http-call.js';
import { jsonReply, type HttpReply } from '../http/http-reply.js';

/** An answer of Aliyun's own, which names its request in a header too. */
export function aliyunReply(status: number, requestId: string, body: object): HttpReply {
  const reply = jsonReply(status, body);
  return { ...reply, headers: { ...reply.headers, 'x-acs-request-id': requestId } };
}

/** A gateway error's answer, in Aliyun's order of keys. */
export function gatewayReply(
  http: HttpCall,
  requestId: string,
  error: { status: number; code: string; message: string },
  detail: object = {},
): HttpReply {
  return aliyunReply(error.status, requestId, {
    RequestId: requestId,
    Message: error.message,
    HostId: header(http, 'host') || 'dysmsapi.aliyuncs.com',
    Code: error.code,
    Recommend: `https://api.aliyun.com/troubleshoot?q=${error.code}&product=Dysmsapi&requestId=${requestId}`,
    ...detail,
  });
}
