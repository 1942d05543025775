// Aliyun's responses are below 100 KB. A longer one is not Aliyun's and must not fill the memory.
const MAX_BODY_BYTES = 4 * 1024 * 1024;
// Each piece of a body is an object, however small it is.
const MAX_BODY_PIECES = 16_384;
// Interim responses, chunk lines and trailers are counted with the head.
export const MAX_HEAD_BYTES = 64 * 1024;
// Milliseconds. A connection that idles longer may be closed by the server while the next request is written.
export const KEEP_ALIVE = 4000;
const MAX_KEEP_ALIVE = 600_000;
// Milliseconds before the end that the server names for an idle connection.
const KEEP_ALIVE_MARGIN = 2000;

const NOTHING = Buffer.alloc(0);
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r\n]*)?$/;
const HEADER_LINE = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([^\r\n\0]*)$/;
const CHUNK_LINE = /^([\da-f]{1,8})[ \t]*(?:;[^\r\n]*)?$/i;

export interface HttpResponse {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: Buffer;
}

/** What arrived is no HTTP response, or one that is too long. Its stack would say nothing, so it is not an `Error`. */
export class ResponseError {
  constructor(readonly kind: 'unreadable' | 'too-large') {}
}

/** The part of a response that is read next. A chunk has its length, its data, and the line break after them. */
type Part = 'head' | 'body' | 'rest' | 'chunk-line' | 'chunk' | 'chunk-end' | 'trailer' | 'done';

/**
 * Reads one HTTP/1.1 response as it arrives (https://www.rfc-editor.org/rfc/rfc9112). It is strict: a response
 * that two readers could read in two ways proves nothing.
 */
export class ResponseReader {
  #part: Part = 'head';
  #unread: Buffer = NOTHING;
  #headBytes = 0;
  #status = 0;
  #headers: Record<string, string> = {};
  /** Bytes of the body or of the chunk that have not arrived. */
  #left = 0;
  #body: Buffer[] = [];
  #bodyBytes = 0;
  #keepAlive = 0;

  /** Milliseconds that the connection may idle after the response. 0 if it cannot be used again. */
  get keepAlive(): number {
    // Bytes after the response could be taken for the next one.
    return this.#unread.length === 0 ? this.#keepAlive : 0;
  }

  /**
   * Returns the response as soon as it is complete.
   *
   * @throws ResponseError if it is none
   */
  push(bytes: Buffer): HttpResponse | undefined {
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
    while (this.#readPart());
    return this.#response();
  }

  /** Returns the response if it ends with the connection. */
  end(): HttpResponse | undefined {
    if (this.#part === 'rest') this.#part = 'done';
    return this.#response();
  }

  #response(): HttpResponse | undefined {
    if (this.#part !== 'done') return undefined;
    const body = this.#body.length === 1 ? this.#body[0]! : Buffer.concat(this.#body);
    return { status: this.#status, headers: this.#headers, body };
  }

  /** Returns whether there may be more to read. */
  #readPart(): boolean {
    switch (this.#part) {
      case 'head':
        return this.#readHead();
      case 'rest':
        this.#keep(this.#unread.length);
        return false;
      case 'body':
        return this.#readBytes('done');
      case 'chunk':
        return this.#readBytes('chunk-end');
      case 'chunk-line':
      case 'chunk-end':
      case 'trailer':
        return this.#readLine(this.#part);
      case 'done':
        return false;
      default:
        return this.#part satisfies never;
    }
  }

  #readHead(): boolean {
    const head = this.#take('\r\n\r\n');
    if (head === undefined) {
      // A server that speaks another protocol is noticed at once, and not at the deadline.
      if (!isStartOfHttp(this.#unread.toString('latin1', 0, 7)))
        throw new ResponseError('unreadable');
      return false;
    }
    const lines = head.split('\r\n');
    const { status, isHttp11 } = readStatusLine(lines[0]!);
    this.#status = status;
    this.#headers = readHeaders(lines);
    // Nobody has asked to go on, or for another protocol.
    if (this.#status <= 101) throw new ResponseError('unreadable');
    // Another head follows that of an interim response.
    if (this.#status >= 200) this.#chooseBody(isHttp11);
    return true;
  }

  #chooseBody(isHttp11: boolean): void {
    const { connection, 'content-length': length, 'transfer-encoding': encoding } = this.#headers;
    if (isKept(connection, isHttp11)) this.#keepAlive = keepAliveOf(this.#headers['keep-alive']);
    if (encoding !== undefined) {
      if (length !== undefined || encoding.toLowerCase() !== 'chunked') {
        throw new ResponseError('unreadable');
      }
      this.#part = 'chunk-line';
    } else if (length !== undefined) {
      if (!/^\d{1,15}$/.test(length)) throw new ResponseError('unreadable');
      this.#part = 'body';
      this.#left = Number(length);
    } else {
      this.#part = 'rest';
      this.#keepAlive = 0;
    }
    if (this.#status === 204 || this.#status === 304) this.#part = 'done';
    else if (this.#left > MAX_BODY_BYTES) throw new ResponseError('too-large');
  }

  #readBytes(next: Part): boolean {
    const count = Math.min(this.#left, this.#unread.length);
    this.#keep(count);
    this.#left -= count;
    if (this.#left > 0) return false;
    this.#part = next;
    return true;
  }

  #readLine(part: 'chunk-line' | 'chunk-end' | 'trailer'): boolean {
    const line = this.#take('\r\n');
    if (line === undefined) return false;
    if (part === 'trailer') {
      // Nothing of a trailer is used. An empty line ends it.
      if (line === '') this.#part = 'done';
    } else if (part === 'chunk-end') {
      if (line !== '') throw new ResponseError('unreadable');
      this.#part = 'chunk-line';
    } else {
      const [, size] = CHUNK_LINE.exec(line) ?? [];
      if (!size) throw new ResponseError('unreadable');
      this.#left = Number.parseInt(size, 16);
      this.#part = this.#left === 0 ? 'trailer' : 'chunk';
    }
    return true;
  }

  /** Takes the text up to an end that has arrived. */
  #take(end: string): string | undefined {
    const length = this.#unread.indexOf(end);
    if (this.#headBytes + (length < 0 ? this.#unread.length : length) > MAX_HEAD_BYTES) {
      throw new ResponseError('unreadable');
    }
    if (length < 0) return undefined;
    const text = this.#unread.toString('latin1', 0, length);
    // The body has a bound of its own, so many small chunks do not count against that of the head.
    if (this.#part === 'head' || this.#part === 'trailer') this.#headBytes += length;
    this.#unread = this.#unread.subarray(length + end.length);
    return text;
  }

  #keep(count: number): void {
    if (count === 0) return;
    this.#bodyBytes += count;
    if (this.#bodyBytes > MAX_BODY_BYTES || this.#body.length === MAX_BODY_PIECES) {
      throw new ResponseError('too-large');
    }
    this.#body.push(this.#unread.subarray(0, count));
    this.#unread = this.#unread.subarray(count);
  }
}

/** @throws ResponseError if it is no status line of HTTP/1 */
export function readStatusLine(line: string): { status: number; isHttp11: boolean } {
  const [, minor, status] = STATUS_LINE.exec(line) ?? [];
  if (!status) throw new ResponseError('unreadable');
  return { status: Number(status), isHttp11: minor === '1' };
}

export function isStartOfHttp(text: string): boolean {
  return 'HTTP/1.'.startsWith(text.slice(0, 7));
}

function readHeaders(lines: string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let i = 1; i < lines.length; i++) {
    const [, written, text] = HEADER_LINE.exec(lines[i]!) ?? [];
    if (!written) throw new ResponseError('unreadable');
    const name = written.toLowerCase();
    const value = text!.trimEnd();
    if (!Object.hasOwn(headers, name)) headers[name] = value;
    // Two lengths in one response are the usual way to make two readers disagree.
    else if (/^(content-length|transfer-encoding)$/.test(name))
      throw new ResponseError('unreadable');
    else headers[name] += `, ${value}`;
  }
  return headers;
}

function isKept(connection = '', isHttp11: boolean): boolean {
  const options = connection.toLowerCase();
  return isHttp11 ? !/\bclose\b/.test(options) : /\bkeep-alive\b/.test(options);
}

function keepAliveOf(header = ''): number {
  const [, seconds] = /\btimeout=(\d{1,9})/i.exec(header) ?? [];
  if (!seconds) return KEEP_ALIVE;
  return Math.max(0, Math.min(Number(seconds) * 1000, MAX_KEEP_ALIVE) - KEEP_ALIVE_MARGIN);
}
