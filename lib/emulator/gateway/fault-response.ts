import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { canonicalQuery } from '../../client/signing/percent-encode.js';
import { jsonResponse, sendResponse, type HttpResponse } from '../http/http-call.js';
import { resetNextRequest } from '../http/http-server.js';
import type { FaultEffect } from '../model/fault.wire.js';
import type { AliyunRequest } from './aliyun-request.js';
import { aliyunResponse, refusalResponse } from './gateway-response.js';

type Send = (outgoing: ServerResponse) => void;

/** The response to a call under a fault. `right` is the response without the fault. */
export function faultResponse(
  effect: FaultEffect,
  right: HttpResponse,
  request: AliyunRequest,
  requestId: string,
): HttpResponse {
  switch (effect.type) {
    case 'refuse':
      return aliyunResponse(200, requestId, {
        Message: effect.message ?? effect.code,
        RequestId: requestId,
        Code: effect.code,
      });
    case 'gateway': {
      const message = effect.echo ? echo(request) : (effect.message ?? effect.code);
      const refusal = refusalResponse(
        request.http,
        requestId,
        { ...effect, message },
        effect.detail,
      );
      if (effect.retryAfter === undefined) return refusal;
      const retryAfter = { 'x-acs-retry-after': String(effect.retryAfter) };
      return { ...refusal, headers: { ...refusal.headers, ...retryAfter } };
    }
    case 'answer':
      return {
        status: effect.status,
        headers: effect.contentType ? { 'content-type': effect.contentType } : {},
        body: effect.body ?? '',
      };
    case 'wrong-types': {
      const body = JSON.parse(String(right.body)) as object;
      return jsonResponse(200, { ...body, BizId: { value: 1 } });
    }
    case 'gzip':
      return {
        ...right,
        headers: { ...right.headers, 'content-encoding': 'gzip' },
        body: gzipSync(right.body),
      };
    case 'hang':
      return { ...right, send: () => {} };
    case 'reset':
      return { ...right, send: ({ socket }) => void socket?.resetAndDestroy() };
    case 'malformed':
      return { ...right, send: ({ socket }) => void socket?.end('THIS IS NOT HTTP\r\n\r\n') };
    case 'cut':
      return { ...right, send: cut(right) };
    case 'delay':
      return { ...right, send: delay(right, effect.ms) };
    case 'slow-body':
      return { ...right, send: slowBody(right, effect.ms) };
    case 'close':
      return { ...right, send: closeAfter(right) };
    case 'reset-next':
      return {
        ...right,
        send: (outgoing) => {
          resetNextRequest(outgoing.socket);
          sendResponse(outgoing, right);
        },
      };
  }
}

/** Contains every parameter of the caller, as Aliyun's `SignatureDoesNotMatch` does. */
function echo({ http, params }: AliyunRequest): string {
  return `Specified signature does not match our calculation. server StringToSign is [ACS3-HMAC-SHA256\n${'0'.repeat(64)}] server CanonicalRequest is [${http.method}\n${http.path}\n${canonicalQuery(params)}\n]`;
}

function cut(response: HttpResponse): Send {
  return (outgoing) => {
    const body = Buffer.from(response.body);
    outgoing.writeHead(response.status, { ...response.headers, 'content-length': body.length });
    outgoing.write(body.subarray(0, body.length / 2), () => outgoing.socket?.destroy());
  };
}

function delay(response: HttpResponse, ms: number): Send {
  return (outgoing) => {
    const timer = setTimeout(() => sendResponse(outgoing, response), ms);
    outgoing.once('close', () => clearTimeout(timer));
  };
}

/** Sends the body byte by byte, evenly over the time. */
function slowBody(response: HttpResponse, ms: number): Send {
  return (outgoing) => {
    const body = Buffer.from(response.body);
    outgoing.writeHead(response.status, { ...response.headers, 'content-length': body.length });
    outgoing.flushHeaders();
    let sent = 0;
    const timer = setInterval(() => {
      outgoing.write(body.subarray(sent, ++sent));
      if (sent < body.length) return;
      clearInterval(timer);
      outgoing.end();
    }, ms / body.length);
    outgoing.once('close', () => clearInterval(timer));
  };
}

/** The response says keep-alive, and the connection is closed all the same. */
function closeAfter(response: HttpResponse): Send {
  return (outgoing) => {
    const { socket } = outgoing;
    outgoing.once('finish', () => setImmediate(() => socket?.end()));
    sendResponse(outgoing, response);
  };
}
