import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SmsRequestException } from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it } from 'vitest';
import { LOGIN_CODE } from '../support/app.js';
import { ACCEPTED, respond, startMisbehavingServer } from '../support/misbehaving-server.js';
import { randomFrom } from '../support/random.js';
import { startBlackHole } from './support/black-hole.js';
import { allClosed, CleanUp, ending, stand } from './support/stand.js';

const outIdOf = (request: string) => /OutId=([\w-]+)/.exec(request)![1]!;

describe('connections that are kept, lost and counted', () => {
  const cleanUp = new CleanUp();
  afterEach(() => cleanUp.run());

  it.each(['end', 'resetAndDestroy'] as const)(
    'a kept connection that the peer ends between two sends (%s) costs nothing',
    async (end) => {
      const open: Socket[] = [];
      const server = cleanUp.add(
        await startMisbehavingServer((socket) => {
          open.push(socket);
          respond(socket, 200, ACCEPTED);
        }),
      );
      const { sms } = await stand(cleanUp, server.url, { connections: 1, retry: false });
      for (let nth = 1; nth <= 3; nth++) {
        await sms.sendMessage(LOGIN_CODE);
        expect(server.requests).toHaveLength(nth);
        open.at(-1)![end]();
        await server.idle();
        // The end has to arrive at our side too.
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(server.connections()).toBe(3);
    },
  );

  it('a peer that ends the connection just as a request is written never gets it twice', async () => {
    const seen = new Map<string, number>();
    const random = randomFrom(20261123);
    const server = cleanUp.add(
      await startMisbehavingServer((socket, request) => {
        const id = outIdOf(request);
        seen.set(id, (seen.get(id) ?? 0) + 1);
        respond(socket, 200, ACCEPTED);
        const end = () => {
          // Node keeps the handle of a socket that is reset after its end.
          if (!socket.writable) return;
          if (random(2)) socket.end();
          else socket.resetAndDestroy();
        };
        let turns = random(4);
        const turn = () => (turns-- > 0 ? setImmediate(turn) : end());
        turn();
      }),
    );
    const { sms } = await stand(cleanUp, server.url, {
      connections: 2,
      retry: { attempts: 3, baseDelay: 1, maxDelay: 1 },
    });
    const wrong: unknown[] = [];
    let accepted = 0;
    for (let nth = 0; nth < 600; nth++) {
      const outId = `race-${nth}`;
      const { error } = await ending(sms.sendMessage({ ...LOGIN_CODE, outId }));
      const { reason, outcome } = (error ?? {}) as Partial<SmsRequestException>;
      const times = seen.get(outId) ?? 0;
      const right = error ? reason === 'reset' && outcome === 'unknown' && times <= 1 : times === 1;
      if (!right) wrong.push({ outId, times, error });
      if (!error) accepted++;
      for (let turns = random(4); turns > 0; turns--) await new Promise(setImmediate);
    }
    expect(wrong).toEqual([]);
    expect(accepted).toBeGreaterThan(100);
  });

  it('a peer that always ends the connection at the second request gets each request once', async () => {
    const served = new WeakSet<Socket>();
    const server = cleanUp.add(
      await startMisbehavingServer((socket) => {
        if (served.has(socket)) return socket.resetAndDestroy();
        served.add(socket);
        respond(socket, 200, ACCEPTED);
      }),
    );
    const { sms } = await stand(cleanUp, server.url, { connections: 1 });
    const ends: string[] = [];
    for (let nth = 0; nth < 20; nth++) {
      const { error } = await ending(sms.sendMessage(LOGIN_CODE));
      ends.push(error ? (error as SmsRequestException).outcome : 'accepted');
    }
    expect(new Set(server.requests.map(outIdOf)).size).toBe(20);
    expect(server.requests).toHaveLength(20);
    expect(ends).toEqual(Array.from({ length: 10 }, () => ['accepted', 'unknown']).flat());
  });

  it('never has more sockets than `connections`, also while the server comes and goes', async () => {
    const sockets = new Set<Socket>();
    let most = 0;
    const server = createServer((socket) => {
      sockets.add(socket.on('error', () => {}));
      socket.on('close', () => sockets.delete(socket));
      socket.on('data', () => {
        server.emit('message');
        setTimeout(() => respond(socket, 200, ACCEPTED), 3);
      });
    });
    const listen = async (port: number) => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    };
    const port = await listen(0);
    const ours = new Set<Socket>();
    // Node tells of each socket that is made.
    const made = channel('net.client.socket');
    const onMade = (message: unknown) => {
      const { socket } = message as { socket: Socket };
      socket.once('connect', () => {
        if (socket.remotePort !== port) return;
        ours.add(socket);
        for (const each of ours) if (each.destroyed) ours.delete(each);
        most = Math.max(most, ours.size);
      });
    };
    made.subscribe(onMade);
    cleanUp.add({
      close: () => {
        made.unsubscribe(onMade);
        for (const socket of sockets) socket.destroy();
        return new Promise((resolve) => server.close(resolve));
      },
    });
    const { sms, app } = await stand(cleanUp, `http://127.0.0.1:${port}`, {
      connections: 3,
      retry: { attempts: 20, baseDelay: 10, maxDelay: 20 },
    });

    for (let round = 0; round < 5; round++) {
      const sends = Array.from({ length: 60 }, () => ending(sms.sendMessage(LOGIN_CODE)));
      await once(server, 'message');
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.resetAndDestroy();
      await closed;
      await new Promise((resolve) => setTimeout(resolve, 15));
      await listen(port);
      const ends = await Promise.all(sends);
      expect(ends.some(({ result }) => result)).toBe(true);
    }
    expect(most).toBeLessThanOrEqual(3);

    // None of them outlives the application.
    await app.close();
    await allClosed(ours);
  });

  it('keeps nothing of the calls that were given up while no connection could be made', async () => {
    const hole = cleanUp.add(await startBlackHole());
    const { sms } = await stand(cleanUp, hole.url, {
      connections: 2,
      timeout: 3000,
      retry: false,
    });
    const kept: WeakRef<AbortSignal>[] = [];
    const giveUp = async () => {
      const controllers = Array.from({ length: 200 }, () => new AbortController());
      const sends = controllers.map(({ signal }) => {
        kept.push(new WeakRef(signal));
        return ending(sms.sendMessage({ ...LOGIN_CODE, signal }));
      });
      await new Promise(setImmediate);
      for (const controller of controllers) controller.abort();
      for (const { error } of await Promise.all(sends)) {
        expect(error).toMatchObject({ reason: 'aborted', outcome: 'not-sent' });
      }
    };
    for (let round = 0; round < 10; round++) await giveUp();
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
    // The two that wait for a connection, and no other.
    expect(kept.filter((signal) => signal.deref() !== undefined).length).toBeLessThanOrEqual(2);
  });
});
