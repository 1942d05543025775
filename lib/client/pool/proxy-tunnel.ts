import type { Socket } from 'node:net';
import { isStartOfHttp, MAX_HEAD_BYTES, readStatusLine } from './http-response.js';

/** A proxy could not be reached, or did not connect to the endpoint. */
export class ProxyError extends Error {
  /** @param systemCode such as `ECONNREFUSED`, or `HTTP 407` for a response to CONNECT */
  constructor(readonly systemCode: string | undefined) {
    super('the proxy failed');
  }
}

/** Asks a proxy for a connection to the endpoint. The socket carries that connection afterwards. */
export function openTunnel(socket: Socket, proxy: URL, endpoint: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let head = '';
    const onData = (bytes: Buffer) => {
      head += bytes.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0 && head.length <= MAX_HEAD_BYTES && isStartOfHttp(head)) return;
      stop();
      const status = statusOf(head);
      // No server speaks before it is asked, so nothing can follow the head.
      if (status?.startsWith('2') && end === head.length - 4) return resolve(socket);
      fail(new ProxyError(status && !status.startsWith('2') ? `HTTP ${status}` : 'EPROTO'));
    };
    const onClose = () => fail(new ProxyError('ECONNRESET'));
    const fail = (error: Error) => {
      stop();
      socket.on('error', () => {}).destroy();
      reject(error);
    };
    const stop = () => {
      socket
        .off('data', onData)
        .off('error', fail)
        .off('close', onClose)
        .off('end', onClose)
        .pause();
    };
    socket.on('data', onData).on('error', fail).on('close', onClose).on('end', onClose);
    socket.write(connectRequest(proxy, endpoint), 'latin1');
  });
}

function statusOf(head: string): string | undefined {
  try {
    return String(readStatusLine(head.split('\r\n', 1)[0]!).status);
  } catch {
    return undefined;
  }
}

function connectRequest(proxy: URL, { protocol, hostname, port }: URL): string {
  const target = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
  const { username, password } = proxy;
  const account = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const authorization =
    username || password
      ? `proxy-authorization: Basic ${Buffer.from(account).toString('base64')}\r\n`
      : '';
  return `CONNECT ${target} HTTP/1.1\r\nhost: ${target}\r\n${authorization}\r\n`;
}
