import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const found = spawnSync('redis-server', ['--version']).status === 0;

/** Empty where `redis-server` is installed; otherwise words for the title of what is skipped. */
export const WHY_SKIPPED = found
  ? ''
  : ' (SKIPPED: redis-server is not installed; apt-get install redis-server)';

/** A real Redis of its own on loopback, without files. */
export class RedisServer {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  static async start(...more: string[]): Promise<RedisServer> {
    const port = await freePort();
    const options = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'];
    const child = spawn('redis-server', ['--port', String(port), ...options, ...more], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('Ready to accept connections')) {
        child.stdout.resume();
        return new RedisServer(port, child);
      }
    }
    throw new Error(`redis-server ended before it was ready on port ${port}`);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Stops it where it stands: connections stay open, and nothing is answered. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
