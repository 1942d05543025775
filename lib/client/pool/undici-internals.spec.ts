import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect as connectTcp, type Socket } from 'node:net';
import { buildConnector, Pool } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Misbehaviour,
  type MisbehavingServer,
  respond,
  startMisbehavingServer,
} from '../../../test/support/misbehaving-server.js';
import { RecordedRequest } from '../../../test/support/recorded-request.js';
import { Connection } from './dispatcher.js';

const ANSWER: Misbehaviour = (socket) => respond(socket, 200, '{}', { 'X-Custom': '1' });

describe('what the pool relies on in undici', () => {
  let misbehaviour: Misbehaviour;
  let server: MisbehavingServer;
  /** The sockets of `pool`, in the order in which they were connected. */
  let sockets: Socket[];
  /** Errors of the next connects, which then do not reach the server. */
  let connectErrors: Error[];
  let connects: number;
  let pool: Pool;

  beforeEach(async () => {
    misbehaviour = ANSWER;
    server = await startMisbehavingServer((...args) => misbehaviour(...args));
    sockets = [];
    connectErrors = [];
    connects = 0;
    const connect = buildConnector({});
    pool = new Pool(server.url, {
      connections: 1,
      pipelining: 1,
      connect: (target, callback) => {
        connects++;
        const error = connectErrors.shift();
        // Later, as an error of a socket comes.
        if (error) return void setImmediate(() => callback(error, null));
        connect(target, (...args) => {
          if (args[1]) sockets.push(args[1]);
          callback(...args);
        });
      },
      factory: (origin, options) => new Connection(origin, options),
    });
  });
  afterEach(async () => {
    await pool.destroy();
    await server.close();
  });

  const request = (path?: string, onStart?: () => void) =>
    new RecordedRequest(onStart).dispatch(pool, server.url, path);

  /** A request that the server has received and does not answer. */
  const hangingRequest = async () => {
    const received = new Promise<void>((resolve) => (misbehaviour = () => resolve()));
    const hanging = request('/hanging');
    await received;
    misbehaviour = ANSWER;
    return hanging;
  };

  it('is in the minor version that package.json is pinned to', () => {
    const read = (path: string) =>
      JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as {
        version: string;
        dependencies: Record<string, string>;
      };
    const [major, minor] = read('node_modules/undici/package.json').version.split('.');

    expect(read('package.json').dependencies['undici']).toMatch(
      new RegExp(`^~${major}\\.${minor}\\.\\d+$`),
    );
  });

  it.each([
    ['no settings', {}],
    ['TLS settings', { connect: { timeout: 1000, ca: 'pem' } }],
  ])('a pool with %s gives its factory the connector as a function', async (_, options) => {
    let given: { connect?: unknown; pipelining?: unknown } = {};
    const other = new Pool(server.url, {
      ...options,
      pipelining: 1,
      factory: (origin, clientOptions) => {
        given = clientOptions;
        return new Connection(origin, clientOptions);
      },
    });
    const done = new RecordedRequest().dispatch(other, server.url);
    await done.ended;
    await other.close();

    expect(given).toMatchObject({ connect: expect.any(Function), pipelining: 1 });
    expect(done.events).toEqual(['start', '200', 'end']);
  });

  it('a pool calls `dispatch` of the connection with the options of the request, also from its queue', async () => {
    const requests = [request('/1'), request('/2'), request('/3')];
    await Promise.all(requests.map(({ ended }) => ended));

    const [connection] = requests[0]!.assignedTo;
    expect(connection).toBeInstanceOf(Connection);
    for (const { assignedTo } of requests) expect(assignedTo).toEqual([connection]);
    expect(sockets).toHaveLength(1);
  });

  it('a handler gets the headers by lower-case name and the body in buffers', async () => {
    const done = request();
    await done.ended;

    expect(done.headers).toMatchObject({ 'x-custom': '1' });
    expect(done.body).toBe('{}');
  });

  it('`onRequestStart` is called before anything is written, on a new socket and on a used one', async () => {
    const written: number[] = [];
    const note = () => written.push(sockets[0]!.bytesWritten);
    await request('/1', note).ended;
    const afterFirst = sockets[0]!.bytesWritten;
    await request('/2', note).ended;

    expect(written).toEqual([0, afterFirst]);
    expect(afterFirst).toBeGreaterThan(0);
    expect(sockets).toHaveLength(1);
  });

  it('an error from `onRequestStart` takes the request out and leaves the connection to the next', async () => {
    const givenUp = () => {
      throw new Error('given up');
    };
    const first = request('/first', givenUp);
    const second = request('/second');
    const third = request('/third', givenUp);
    const fourth = request('/fourth');
    await Promise.all([first, second, third, fourth].map(({ ended }) => ended));

    for (const { events, error } of [first, third]) {
      expect(events).toEqual(['start', 'error']);
      expect(error!.message).toBe('given up');
    }
    for (const { events } of [second, fourth]) expect(events).toEqual(['start', '200', 'end']);
    expect(server.requests.map((head) => head.split(' ')[1])).toEqual(['/second', '/fourth']);
    expect(connects).toBe(1);
  });

  it('a request that is dispatched right after another has ended runs on the same connection', async () => {
    const first = request('/first');
    const second = first.ended.then(() => request('/second'));
    await (
      await second
    ).ended;
    const hanging = await hangingRequest();
    const afterError = hanging.ended.then(() => request('/after-error'));
    hanging.assignedTo[0]!.destroySocket();
    await (
      await afterError
    ).ended;

    expect((await second).events).toEqual(['start', '200', 'end']);
    expect((await afterError).events).toEqual(['start', '200', 'end']);
    // The destroyed one is replaced for the request that comes next.
    expect(connects).toBe(2);
  });

  it('a socket that is destroyed with an error of ours ends its request, without a new connection', async () => {
    const hanging = await hangingRequest();
    const disconnected = once(pool, 'disconnect');
    hanging.assignedTo[0]!.destroySocket();
    await Promise.all([hanging.ended, disconnected]);
    // When this one has reached the server, all that were opened before it have too.
    const last = connectTcp(Number(new URL(server.url).port), '127.0.0.1');
    await once(last, 'connect');
    last.destroy();
    await server.idle();

    expect(hanging.events).toEqual(['start', 'error']);
    expect(hanging.error!.message).toBe('given up');
    expect(connects).toBe(1);
  });

  it('a request that undici aborts makes a new connection for nobody: the reason to destroy the socket', async () => {
    const hanging = await hangingRequest();
    const [disconnected, connected] = [once(pool, 'disconnect'), once(pool, 'connect')];
    hanging.controller!.abort(new Error('aborted'));
    await Promise.all([hanging.ended, disconnected, connected]);

    expect(hanging.events).toEqual(['start', 'error']);
    expect(connects).toBe(2);
  });

  it('a connection that fails ends its request with the code, and is not tried again', async () => {
    connectErrors = [Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })];
    const refused = request();
    await refused.ended;

    expect(refused.events).toEqual(['error']);
    expect(refused.error!.code).toBe('ECONNREFUSED');
    expect(connects).toBe(1);
  });

  it('a connection that fails with UND_ERR_SOCKET is tried again: the reason for another code', async () => {
    const broken = () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
    const errors = [broken(), broken()];
    let attempts = 0;
    const connect = buildConnector({});
    const plain = new Pool(server.url, {
      connections: 1,
      connect: (target, callback) => {
        attempts++;
        const error = errors.shift();
        if (error) setImmediate(() => callback(error, null));
        else connect(target, callback);
      },
    });
    const repeated = new RecordedRequest().dispatch(plain, server.url);
    connectErrors = [broken(), broken()];
    const ended = request();
    await Promise.all([repeated.ended, ended.ended]);
    await plain.close();

    expect(repeated.events).toEqual(['start', '200', 'end']);
    expect(attempts).toBe(3);
    expect(ended.error!.code).toBe('ECONNRESET');
    expect(connects).toBe(1);
  });

  it('a closed and a destroyed pool name themselves by the codes of their errors', async () => {
    const running = await hangingRequest();
    await pool.destroy();
    await running.ended;
    const late = request();
    await late.ended;
    const other = new Pool(server.url);
    await other.close();
    const afterClose = new RecordedRequest().dispatch(other, server.url);
    await afterClose.ended;

    expect(running.error!.code).toBe('UND_ERR_DESTROYED');
    expect(late.error!.code).toBe('UND_ERR_DESTROYED');
    expect(late.events).toEqual(['error']);
    expect(afterClose.error!.code).toMatch(/^UND_ERR_(CLOSED|DESTROYED)$/);
  });
});
