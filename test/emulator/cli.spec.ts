import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli, type CliResult } from '../../lib/emulator/cli/run-cli.js';
import { sdkClient, sendSmsRequest } from './support/sdk.js';

describe('The command aliyun-sms-emulator', () => {
  let out: string;
  let error: string;
  let started: CliResult[];
  let folder: string;

  beforeEach(async () => {
    out = error = '';
    started = [];
    // Inside of the project, so that what is written there finds its packages.
    folder = await mkdtemp(join(import.meta.dirname, '.cli-'));
  });
  afterEach(async () => {
    for (const { emulator } of started) await emulator?.close();
    await rm(folder, { recursive: true });
  });

  async function run(args: string[], env: Record<string, string> = {}): Promise<CliResult> {
    const result = await runCli(args, {
      env,
      out: (text) => (out += text),
      error: (text) => (error += text),
    });
    started.push(result);
    return result;
  }

  async function seed(content: unknown): Promise<string> {
    const path = join(folder, 'seed.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  it.each([
    ['en', { LANG: 'en_US.UTF-8' }, 'Usage:'],
    ['zh', { LANG: 'zh_CN.UTF-8' }, '用法：'],
    ['en', { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'Usage:'],
  ])('helps in %s', async (_, env, expected) => {
    expect((await run(['--help'], env)).exitCode).toBe(0);
    expect(out).toContain(expected);
    for (const flag of ['port', 'host', 'seed', 'strict', 'receipts-url', 'quiet']) {
      expect(out).toContain(`--${flag}`);
    }
  });

  it('prints where it is, and a snippet that sends as it stands', async () => {
    const { emulator } = await run(['--port', '0']);
    expect(out).toContain(`${emulator!.url}/`);
    expect(out).toContain(emulator!.accounts[0]!.accessKey);
    const script = join(folder, 'snippet.mjs');
    await writeFile(script, out.slice(out.indexOf('  import'), out.lastIndexOf('}));') + 4));
    await promisify(execFile)(process.execPath, [script]);
    expect(emulator!.messages()[0]).toMatchObject({ phoneNumber: '13900001234', code: '123456' });
  });

  it('takes accounts, signatures, templates and faults from a seed file, and keeps its secrets', async () => {
    const path = await seed({
      accounts: [{ accessKey: 'LTAIseed', accessSecret: 'seeded-secret' }],
      signs: ['甲', { signName: '乙', signType: 0 }],
      templates: [{ templateCode: 'SMS_1', templateContent: '码${code}', templateType: 0 }],
      faults: [{ match: { phoneNumber: '13900009999' }, effect: { type: 'refuse', code: 'X' } }],
    });
    const { emulator } = await run(['--port', '0', '--seed', path, '--strict']);
    expect(out).toContain('LTAIseed');
    expect(out).not.toContain('seeded-secret');
    const sdk = sdkClient(emulator!);
    const send = async (fields: object) =>
      (await sdk.sendSms(sendSmsRequest({ templateCode: 'SMS_1', signName: '乙', ...fields })))
        .body!.code;
    expect(await send({})).toBe('OK');
    expect(await send({ signName: '丙' })).toBe('isv.SMS_SIGNATURE_ILLEGAL');
    expect(await send({ phoneNumbers: '13900009999' })).toBe('X');
  });

  it('prints nothing where it is told to be quiet', async () => {
    await run(['--port', '0', '--quiet']);
    expect(out + error).toBe('');
  });

  it('says so where the port is taken', async () => {
    const { emulator } = await run(['--port', '0']);
    const port = emulator!.endpoint.split(':')[1]!;
    expect((await run(['--port', port], { LANG: 'zh_CN.UTF-8' })).exitCode).toBe(1);
    expect(error).toContain('端口已被占用');
  });

  it.each([
    [['--port', 'x'], '--port must be'],
    [['--port', '70000'], '--port must be'],
    [['--bogus'], '--bogus'],
    [['--seed', '/nowhere.json'], '/nowhere.json'],
    [['--receipts-url', 'ftp://x', '--port', '0'], 'http: or https:'],
  ])('refuses %j', async (args, message) => {
    const { exitCode, emulator } = await run(args);
    expect([exitCode, emulator]).toEqual([2, undefined]);
    expect(error).toContain(message);
  });

  it.each([
    ['{', 'JSON'],
    [{ accounts: [{ accessKey: 'x' }] }, 'seed.accounts.0.accessSecret is missing'],
    [{ sign: [] }, 'seed.sign is not known'],
  ])('refuses the seed %j', async (content, message) => {
    expect((await run(['--seed', await seed(content)])).exitCode).toBe(2);
    expect(error).toContain(message);
  });
});
