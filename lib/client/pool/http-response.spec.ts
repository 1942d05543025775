import { describe, expect, it } from 'vitest';
import { type HttpResponse, ResponseError, ResponseReader } from './http-response.js';

const OK = 'HTTP/1.1 200 OK\r\n';

/** The response that a reader makes of these pieces, or how it fails; and whether its connection can be used again. */
function read(...pieces: string[]) {
  const reader = new ResponseReader();
  let response: HttpResponse | undefined;
  try {
    for (const piece of pieces) response ??= reader.push(Buffer.from(piece, 'latin1'));
  } catch (error) {
    if (error instanceof ResponseError) return error.kind;
    throw error;
  }
  return (
    response && {
      status: response.status,
      headers: response.headers,
      body: response.body.toString('latin1'),
      keepAlive: reader.keepAlive,
    }
  );
}

function everyCut(text: string): string[][] {
  const cuts = Array.from({ length: text.length - 1 }, (_, i) => [
    text.slice(0, i + 1),
    text.slice(i + 1),
  ]);
  return [[text], text.split(''), ...cuts];
}

describe('a response reader', () => {
  it.each([
    ['a body of known length', `${OK}Content-Length: 5\r\nX-A: 1\r\nx-a:2 \r\n\r\nhello`, 'hello'],
    ['an empty body', `${OK}content-length: 0\r\n\r\n`, ''],
    [
      'chunks, extensions and trailers',
      `${OK}transfer-encoding: Chunked\r\n\r\n3;a="b"\r\nhel\r\n2 \r\nlo\r\n0\r\nx-t: 1\r\n\r\n`,
      'hello',
    ],
    [
      'an interim response before',
      `HTTP/1.1 103 Early\r\nlink: x\r\n\r\n${OK}content-length: 2\r\n\r\nhi`,
      'hi',
    ],
    ['no reason after the status', 'HTTP/1.1 200\r\ncontent-length: 2\r\n\r\nhi', 'hi'],
    [
      'a body that looks like a response',
      `${OK}content-length: 19\r\n\r\nHTTP/1.1 500 No\r\n\r\n`,
      'HTTP/1.1 500 No\r\n\r\n',
    ],
  ])('reads %s, however it is cut', (_, text, body) => {
    for (const pieces of everyCut(text)) {
      expect(read(...pieces)).toMatchObject({ status: 200, body, keepAlive: 4000 });
    }
  });

  it('gives the headers by lower-case name, without the blanks around values, and joins those of one name', () => {
    expect(
      read(`${OK}X-A: 1\r\nx-a:\t2 \r\nx-empty:\r\nconstructor: c\r\ncontent-length: 0\r\n\r\n`),
    ).toMatchObject({
      headers: { 'x-a': '1, 2', 'x-empty': '', constructor: 'c', 'content-length': '0' },
    });
  });

  it.each([204, 304])('takes %i for complete without a body', (status) => {
    expect(read(`HTTP/1.1 ${status} X\r\ncontent-length: 5\r\n\r\n`)).toMatchObject({
      status,
      body: '',
    });
  });

  it('waits for the end of a connection where nothing else says how long the body is', () => {
    const reader = new ResponseReader();
    expect(reader.push(Buffer.from(`${OK}\r\nhel`))).toBeUndefined();
    expect(reader.push(Buffer.from('lo'))).toBeUndefined();
    expect(reader.end()?.body.toString()).toBe('hello');
    expect(reader.keepAlive).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['a part of the head', `${OK}content-length: 5\r\n`],
    ['a part of the body', `${OK}content-length: 5\r\n\r\nhel`],
    ['chunks without the last one', `${OK}transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n`],
    [
      'chunks without the line after them',
      `${OK}transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n`,
    ],
  ])('does not take %s for a response when the connection ends', (_, text) => {
    const reader = new ResponseReader();
    expect(reader.push(Buffer.from(text))).toBeUndefined();
    expect(reader.end()).toBeUndefined();
  });

  it.each([
    ['another protocol', 'SSH-2.0-OpenSSH\r\n'],
    ['HTTP/2', 'HTTP/2 200\r\n\r\n'],
    ['HTTP/1.2', 'HTTP/1.2 200 OK\r\n\r\n'],
    ['zeroes', '\0\0\0\0'],
    ['line breaks before it', `\r\n${OK}\r\n`],
    ['lines that end in LF', 'HTTP/1.1 200 OK\ncontent-length: 0\n\r\n\r\n'],
    ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
    ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n'],
    ['100, which nobody has asked for', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['101, which nobody has asked for', 'HTTP/1.1 101 Switching\r\n\r\n'],
    ['a header without a colon', `${OK}content-length\r\n\r\n`],
    ['a header with a blank before the colon', `${OK}content-length : 0\r\n\r\n`],
    ['a folded header', `${OK}x-a: 1\r\n 2\r\ncontent-length: 0\r\n\r\n`],
    ['a zero byte in a header', `${OK}x-a: \0\r\n\r\n`],
    ['a bare CR in a header', `${OK}x-a: 1\rcontent-length: 0\r\n\r\n`],
    ['two lengths', `${OK}content-length: 2\r\ncontent-length: 2\r\n\r\nhi`],
    ['two lengths in one line', `${OK}content-length: 2, 2\r\n\r\nhi`],
    ['a length and chunks', `${OK}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\nhi`],
    ['a negative length', `${OK}content-length: -1\r\n\r\n`],
    ['a length with a sign', `${OK}content-length: +2\r\n\r\nhi`],
    ['a hexadecimal length', `${OK}content-length: 0x2\r\n\r\nhi`],
    ['an empty length', `${OK}content-length:\r\n\r\n`],
    ['another encoding', `${OK}transfer-encoding: gzip, chunked\r\n\r\n`],
    ['two encodings', `${OK}transfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n`],
    ['a chunk of no size', `${OK}transfer-encoding: chunked\r\n\r\nzz\r\n`],
    ['a chunk of negative size', `${OK}transfer-encoding: chunked\r\n\r\n-1\r\n`],
    ['a chunk with a size of many digits', `${OK}transfer-encoding: chunked\r\n\r\n000000001\r\n`],
    [
      'a chunk that is longer than its size',
      `${OK}transfer-encoding: chunked\r\n\r\n2\r\nhello\r\n`,
    ],
    ['a head without end', `${OK}x: ${'y'.repeat(70_000)}`],
    [
      'interim responses without end',
      `HTTP/1.1 103 X\r\nx: ${'y'.repeat(1000)}\r\n\r\n`.repeat(100),
    ],
    [
      'trailers without end',
      `${OK}transfer-encoding: chunked\r\n\r\n0\r\n${`x: ${'y'.repeat(1000)}\r\n`.repeat(100)}`,
    ],
    ['a chunk line without end', `${OK}transfer-encoding: chunked\r\n\r\n1;${'y'.repeat(70_000)}`],
  ])('does not read %s', (_, text) => {
    expect(read(text)).toBe('unreadable');
  });

  it.each([
    ['a length', `${OK}content-length: 4194305\r\n\r\n`],
    ['a length of many digits', `${OK}content-length: ${'9'.repeat(15)}\r\n\r\n`],
    ['chunks', `${OK}transfer-encoding: chunked\r\n\r\nffffffff\r\n${'y'.repeat(4_194_305)}`],
    ['a body up to the end', `${OK}\r\n${'y'.repeat(4_194_305)}`],
    ['very many chunks', `${OK}transfer-encoding: chunked\r\n\r\n${'1\r\ny\r\n'.repeat(20_000)}`],
  ])('does not keep a body that is too long, by %s', (_, text) => {
    expect(read(text)).toBe('too-large');
  });

  it('takes a body of exactly 4 MiB', () => {
    expect(read(`${OK}content-length: 4194304\r\n\r\n`, 'y'.repeat(4_194_304))).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['HTTP/1.1', OK, '', 4000],
    ['`connection: close`', OK, 'connection: close\r\n', 0],
    ['`close` among others', OK, 'Connection: Upgrade, Close\r\n', 0],
    ['HTTP/1.0', 'HTTP/1.0 200 OK\r\n', '', 0],
    ['HTTP/1.0 that keeps alive', 'HTTP/1.0 200 OK\r\n', 'connection: Keep-Alive\r\n', 4000],
    ['a time that the server names', OK, 'keep-alive: timeout=65, max=100\r\n', 63_000],
    ['a time that is too short', OK, 'keep-alive: timeout=2\r\n', 0],
    ['a time without bound', OK, 'keep-alive: timeout=999999999\r\n', 598_000],
  ])('says how long the connection may idle: %s', (_, start, header, keepAlive) => {
    expect(read(`${start}${header}content-length: 2\r\n\r\nhi`)).toMatchObject({ keepAlive });
  });

  it.each([
    `${OK}content-length: 2\r\n\r\nhi!`,
    `${OK}transfer-encoding: chunked\r\n\r\n0\r\n\r\n${OK}`,
    `HTTP/1.1 204 X\r\n\r\nhi`,
  ])('does not keep a connection that brings more than the response: %j', (text) => {
    expect(read(text)).toMatchObject({ keepAlive: 0 });
  });
});
