import { header, type HttpCall } from '../http/http-call.js';
import { jsonReply, type HttpReply } from '../http/http-reply.js';

/** A gateway error's answer, in Aliyun's order of keys. */
export function gatewayReply(
  http: HttpCall,
  requestId: string,
  error: { status: number; code: string; message: string },
  detail: object = {},
): HttpReply {
  return jsonReply(error.status, {
    RequestId: requestId,
    Message: error.message,
    HostId: header(http, 'host') || 'dysmsapi.aliyuncs.com',
    Code: error.code,
    Recommend: `https://api.aliyun.com/troubleshoot?q=${error.code}&product=Dysmsapi&requestId=${requestId}`,
    ...detail,
  });
}
