import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/** A listener that never accepts: its queue is full, so the kernel drops what wants to connect. */
export interface BlackHole {
  url: string;
  close(): Promise<void>;
}

// The thread stops running its event loop once it listens: nothing is accepted any more.
const LISTENER = `
  const { workerData, parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(workerData), 0, 0));
  });
`;

/** Linux keeps one connection more than the backlog of 1; those two are made here. */
export async function startBlackHole({ full = true } = {}): Promise<BlackHole> {
  const lock = new SharedArrayBuffer(4);
  const worker = new Worker(LISTENER, { eval: true, workerData: lock });
  const [port] = (await once(worker, 'message')) as [number];
  const fillers: Socket[] = [];
  for (let i = 0; full && i < 2; i++) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    fillers.push(socket);
    await once(socket, 'connect');
  }
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of fillers) socket.destroy();
      Atomics.store(new Int32Array(lock), 0, 1);
      Atomics.notify(new Int32Array(lock), 0);
      await worker.terminate();
    },
  };
}
