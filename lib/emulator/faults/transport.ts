import type { ServerResponse } from 'node:http';
import { RESET_NEXT, type MarkedSocket } from '../http/marked-socket.js';
import { sendReply, type HttpReply } from '../http/http-reply.js';

type Send = (response: ServerResponse) => void;

export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

export function malformed(response: ServerResponse): void {
  response.socket?.end('THIS IS NOT HTTP\r\n\r\n');
}

export function cut(reply: HttpReply): Send {
  return (response) => {
    const body = Buffer.from(reply.body);
    response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
    response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
  };
}

export function late(reply: HttpReply, ms: number): Send {
  return (response) => {
    const timer = setTimeout(() => sendReply(response, reply), ms);
    response.once('close', () => clearTimeout(timer));
  };
}

/** The body byte by byte, evenly over the time. */
export function slowly(reply: HttpReply, ms: number): Send {
  return (response) => {
    const body = Buffer.from(reply.body);
    response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
    response.flushHeaders();
    let sent = 0;
    const timer = setInterval(() => {
      response.write(body.subarray(sent, ++sent));
      if (sent < body.length) return;
      clearInterval(timer);
      response.end();
    }, ms / body.length);
    response.once('close', () => clearInterval(timer));
  };
}

/** Says keep-alive and closes all the same. */
export function closeAfter(reply: HttpReply): Send {
  return (response) => {
    const { socket } = response;
    response.once('finish', () => setImmediate(() => socket?.end()));
    sendReply(response, reply);
  };
}

export function resetNext(reply: HttpReply): Send {
  return (response) => {
    (response.socket as MarkedSocket)[RESET_NEXT] = true;
    sendReply(response, reply);
  };
}
