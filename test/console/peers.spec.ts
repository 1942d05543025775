import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { INestApplication, LoggerService } from '@nestjs/common';
import type { AliyunSmsConsoleOptions } from 'nestjs-aliyun-sms/console';
import { describe, expect, it, vi } from 'vitest';
import { ADAPTERS, rawRequest, useConsole } from './console-app.js';

const LAN = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
const NO_LAN = LAN === undefined ? ' (skipped: this machine has the loopback address only)' : '';

class Everybody {
  canActivate(): boolean {
    return true;
  }
}

const trustProxy = (app: INestApplication): void => {
  const adapter = app.getHttpAdapter().getInstance() as {
    set?: (name: string, on: boolean) => void;
  };
  adapter.set?.('trust proxy', true);
};
const portOf = (app: INestApplication) =>
  (app.getHttpServer() as { address(): AddressInfo }).address().port;
const onAll = (host: string) => (app: INestApplication) => app.listen(0, host);

describe.each(ADAPTERS)('the peers of the console on %s', (_, adapter) => {
  const used = useConsole(adapter);

  describe.skipIf(LAN === undefined)(`from another address than loopback${NO_LAN}`, () => {
    it.each([
      ['the page', '/console'],
      ['a file of it', '/console/assets/none.js'],
      ['the API', '/console/api/state'],
    ])('refuses %s without guards, and says what to do', async (__, path) => {
      await used().start({ listen: onAll('0.0.0.0') });
      const target = { host: LAN!, port: portOf(used().app!) };
      for (const host of [`${LAN}:${target.port}`, 'localhost', '127.0.0.1']) {
        const { status, text } = await rawRequest(target, path, { host });
        expect(status).toBe(403);
        expect(text).toMatch(/from this machine only.*forRoot\(\{ guards: \[AdminGuard\] \}\)/);
      }
    });

    it('does not go by what a header says of the peer, also behind `trust proxy`', async () => {
      await used().start({ listen: onAll('0.0.0.0'), prepare: trustProxy });
      const target = { host: LAN!, port: portOf(used().app!) };
      const headers = { host: 'localhost', 'x-forwarded-for': '127.0.0.1' };
      expect((await rawRequest(target, '/console/api/state', headers)).status).toBe(403);
    });

    it('leaves it to guards', async () => {
      await used().start({ console: { guards: [Everybody] }, listen: onAll('0.0.0.0') });
      const target = { host: LAN!, port: portOf(used().app!) };
      expect((await rawRequest(target, '/console/api/state')).status).toBe(200);
    });
  });

  it.each(['127.0.0.1', '127.0.0.2', '::1', '::ffff:127.0.0.1'])(
    'serves a peer that connects to %s',
    async (host) => {
      await used().start({ listen: onAll(host === '::ffff:127.0.0.1' ? '::' : host) });
      const target = { host: host.replace('::ffff:', ''), port: portOf(used().app!) };
      const answer = await rawRequest(target, '/console/api/state', { host: 'localhost' });
      expect(answer.status).toBe(200);
    },
  );

  it.each([
    ['x-forwarded-for', '203.0.113.9'],
    ['X-Forwarded-For', '127.0.0.1'],
    ['forwarded', 'for=192.0.2.60;proto=http'],
    ['x-real-ip', '203.0.113.9'],
    ['x-forwarded-host', 'sms.example'],
    ['x-forwarded-proto', 'https'],
    ['via', '1.1 varnish'],
  ])(
    'refuses without guards what a reverse proxy on this machine passes on (%s)',
    async (name, value) => {
      await used().start({ prepare: trustProxy });
      const headers = { host: 'localhost', [name]: value };
      const target = { host: '127.0.0.1', port: portOf(used().app!) };
      const { status, text } = await rawRequest(target, '/console/api/state', headers);
      expect(status).toBe(403);
      expect(text).toMatch(/proxy.*forRoot\(\{ guards: \[AdminGuard\] \}\)/);
      expect(text).not.toContain(value);
    },
  );

  it('serves what a proxy passes on if it has guards', async () => {
    await used().start({ console: { guards: [Everybody] } });
    const { status } = await used().ask('GET', 'state', undefined, {
      'x-forwarded-for': '203.0.113.9',
    });
    expect(status).toBe(200);
  });

  it.skipIf(process.platform === 'win32')(
    'refuses a Unix socket without guards, since the peer has no address there',
    async () => {
      const socketPath = join(used().root, 's');
      const listen = (app: INestApplication) => app.listen(socketPath);
      await used().start({ listen });
      const { status, text } = await rawRequest({ socketPath }, '/console/api/state', {
        host: 'localhost',
      });
      expect(status).toBe(403);
      expect(text).toMatch(/Unix socket.*forRoot\(\{ guards: \[AdminGuard\] \}\)/);
      await used().app!.close();
      await used().start({ console: { guards: [Everybody] }, listen });
      expect(
        (await rawRequest({ socketPath }, '/console/api/state', { host: 'localhost' })).status,
      ).toBe(200);
    },
  );

  describe('at the start', () => {
    async function warnings(console: AliyunSmsConsoleOptions) {
      const warn = vi.fn<LoggerService['warn']>();
      await used().start({ console, logger: { log() {}, error() {}, warn } });
      return warn.mock.calls
        .map(([text]) => String(text))
        .filter((text) => text.includes('console'));
    }

    it('warns of what is open without guards, and says how to close it', async () => {
      const texts = await warnings({ path: '/admin/sms' });
      expect(texts).toHaveLength(1);
      expect(texts[0]).toMatch(
        /\/admin\/sms has no guards.*this machine.*send messages and change.*forRoot\(\{ guards: \[AdminGuard\] \}\)/,
      );
    });

    it('does not say of a read-only console that it can change something', async () => {
      expect((await warnings({ readOnly: true }))[0]).toMatch(/can send messages; requests/);
    });

    it('says nothing if there are guards', async () => {
      expect(await warnings({ guards: [Everybody] })).toEqual([]);
    });
  });
});
