import { gzipSync } from 'node:zlib';
import { canonicalQuery } from '../../client/signing/percent-encode.js';
import type { AliyunRequest } from './aliyun-request.js';
import { aliyunReply, gatewayReply } from './gateway-response.js';
import { jsonReply, type HttpReply } from '../http/http-reply.js';
import type { FaultEffect } from '../model/fault.js';
import * as transport from '../faults/transport.js';

/** The answer that a fault makes of a call. `right` is what it would have been without it. */
export function faultReply(
  effect: FaultEffect,
  right: HttpReply,
  request: AliyunRequest,
  requestId: string,
): HttpReply {
  switch (effect.type) {
    case 'refuse':
      return aliyunReply(200, requestId, {
        Message: effect.message ?? effect.code,
        RequestId: requestId,
        Code: effect.code,
      });
    case 'gateway': {
      const message = effect.echo ? echo(request) : (effect.message ?? effect.code);
      const reply = gatewayReply(request.http, requestId, { ...effect, message }, effect.detail);
      return effect.retryAfter === undefined
        ? reply
        : {
            ...reply,
            headers: { ...reply.headers, 'x-acs-retry-after': String(effect.retryAfter) },
          };
    }
    case 'answer':
      return {
        status: effect.status,
        headers: effect.contentType ? { 'content-type': effect.contentType } : {},
        body: effect.body ?? '',
      };
    case 'wrong-types':
      return jsonReply(200, { ...(JSON.parse(String(right.body)) as object), BizId: { value: 1 } });
    case 'gzip':
      return {
        ...right,
        headers: { ...right.headers, 'content-encoding': 'gzip' },
        body: gzipSync(right.body),
      };
    case 'hang':
      return { ...right, send: () => {} };
    case 'reset':
      return { ...right, send: transport.reset };
    case 'malformed':
      return { ...right, send: transport.malformed };
    case 'cut':
      return { ...right, send: transport.cut(right) };
    case 'delay':
      return { ...right, send: transport.late(right, effect.ms) };
    case 'slow-body':
      return { ...right, send: transport.slowly(right, effect.ms) };
    case 'close':
      return { ...right, send: transport.closeAfter(right) };
    case 'reset-next':
      return { ...right, send: transport.resetNext(right) };
  }
}

/** As the real answer does: with every parameter of the caller in it. */
function echo({ http, params }: AliyunRequest): string {
  return `Specified signature does not match our calculation. server StringToSign is [ACS3-HMAC-SHA256\n${'0'.repeat(64)}] server CanonicalRequest is [${http.method}\n${http.path}\n${canonicalQuery(params)}\n]`;
}
