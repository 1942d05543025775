/** Aliyun as fast as Node can be one: the same answer to everything. A process of its own. */
import { createServer } from 'node:http';

const ANSWER = Buffer.from(
  JSON.stringify({
    Message: 'OK',
    RequestId: 'D0C3FC5E-88A8-4357-9D39-122AD7FA5923',
    Code: 'OK',
    BizId: '688012858177425658^0',
  }),
);
const HEADERS = {
  'content-type': 'application/json;charset=utf-8',
  'content-length': ANSWER.length,
};

let open = 0;
let peak = 0;
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, HEADERS);
  response.end(ANSWER);
});
// A pause between two rounds must not cost the next one its connections.
server.keepAliveTimeout = 600_000;
server.on('connection', (socket) => {
  peak = Math.max(peak, ++open);
  socket.once('close', () => open--);
});

process.on('message', () => {
  process.send({ peak });
  peak = open;
});
process.once('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', 4096, () => {
  process.send({ origin: `http://127.0.0.1:${server.address().port}` });
});
