import { numbered } from './magic-number.js';

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';
const JSON_TYPE = 'application/json;charset=utf-8';

const response = (status: number, body = '', contentType = JSON_TYPE) =>
  ({ type: 'answer', status, contentType, body }) as const;

/** 1700000 2xxx: no response, or one that is of no use. */
export const MAGIC_TRANSPORT = numbered(2, [
  { title: { en: 'no answer, not sent', zh: '无响应，未发送' }, effect: { type: 'hang' } },
  {
    title: { en: 'no answer, but sent', zh: '无响应，但已发送' },
    effect: { type: 'hang' },
    processed: true,
  },
  {
    title: { en: 'connection reset, not sent', zh: '连接被重置，未发送' },
    effect: { type: 'reset' },
  },
  {
    title: { en: 'connection reset, but sent', zh: '连接被重置，但已发送' },
    effect: { type: 'reset' },
    processed: true,
  },
  {
    title: { en: 'HTML 502, not sent', zh: 'HTML 502，未发送' },
    effect: response(502, HTML, 'text/html'),
  },
  {
    title: { en: 'HTML 502, but sent', zh: 'HTML 502，但已发送' },
    effect: response(502, HTML, 'text/html'),
    processed: true,
  },
  { title: { en: 'HTML 200', zh: 'HTML 200' }, effect: response(200, HTML, 'text/html') },
  {
    title: { en: 'empty 200, but sent', zh: '空的 200，但已发送' },
    effect: response(200),
    processed: true,
  },
  { title: { en: 'empty 400', zh: '空的 400' }, effect: response(400) },
  { title: { en: 'empty 204', zh: '空的 204' }, effect: response(204) },
  { title: { en: 'redirect 302', zh: '302 跳转' }, effect: response(302) },
  { title: { en: '400 with JSON null', zh: '400，JSON 为 null' }, effect: response(400, 'null') },
  {
    title: { en: '200 with a JSON array', zh: '200，JSON 为数组' },
    effect: response(200, '[]'),
    processed: true,
  },
  {
    title: { en: '200 with a JSON string', zh: '200，JSON 为字符串' },
    effect: response(200, '"OK"'),
    processed: true,
  },
  {
    title: { en: '200 with lower-case keys', zh: '200，字段名为小写' },
    effect: response(200, '{"code":"OK"}'),
    processed: true,
  },
  { title: { en: 'BizId is an object', zh: 'BizId 是对象' }, effect: { type: 'wrong-types' } },
  {
    title: { en: 'gzip that nobody asked for', zh: '未请求的 gzip 压缩' },
    effect: { type: 'gzip' },
  },
  { title: { en: 'answer cut off in the middle', zh: '响应中途断开' }, effect: { type: 'cut' } },
  {
    title: { en: 'body over 10 seconds', zh: '响应体持续 10 秒' },
    effect: { type: 'slow-body', ms: 10_000 },
  },
  {
    title: { en: 'answer 5 seconds late', zh: '延迟 5 秒响应' },
    effect: { type: 'delay', ms: 5_000 },
  },
  { title: { en: 'not HTTP', zh: '响应不是 HTTP' }, effect: { type: 'malformed' } },
  {
    title: { en: 'accepted, then the idle connection is closed', zh: '成功，随后关闭空闲连接' },
    effect: { type: 'close' },
  },
  {
    title: {
      en: 'accepted; the next request on the connection is reset',
      zh: '成功，同一连接的下一个请求被重置',
    },
    effect: { type: 'reset-next' },
  },
]);
