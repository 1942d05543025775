import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './support/free-port.js';
import { parseCurl, readReadme } from './support/readme.js';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('npm start', () => {
  let port: number;
  let emulatorPort: number;
  let sample: ChildProcess;
  let output = '';

  beforeAll(async () => {
    [port, emulatorPort] = [await freePort(), await freePort()];
    sample = start({ PORT: String(port), EMULATOR_PORT: String(emulatorPort) });
    await printed(sample, /Ctrl-C/, (text) => (output += text));
  }, 60_000);

  afterAll(() => void sample.kill('SIGKILL'));

  const send = (body: object, instance = 'login') =>
    fetch(`http://localhost:${port}/sms/${instance}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const inbox = async () =>
    (await (await fetch(`http://127.0.0.1:${emulatorPort}/_emulator/messages`)).json()) as {
      messages: { phoneNumber: string; content: string }[];
    };

  it('prints the form, the inbox and a line that sends', async () => {
    expect(output).toContain(`http://localhost:${port}`);
    expect(output).toContain(`http://127.0.0.1:${emulatorPort}`);
    const { url, init } = parseCurl(/curl .*/.exec(output)![0]);
    const response = await fetch(url, init);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ code: 'OK', message: 'OK' });
    expect((await inbox()).messages[0]).toMatchObject({
      phoneNumber: '13800138000',
      content: expect.stringContaining('123456') as string,
    });
  });

  it('prints the very line of the README', () => {
    const line = readReadme('README.md').blocks.find(({ code }) => code.startsWith('curl'))!.code;
    expect(output).toContain(line.trim().replaceAll(':3000', `:${port}`));
  });

  it('answers 400 and 46001 with the fields that are wrong', async () => {
    const response = await send({ phoneList: [], verifyTemplateCode: 1, extra: true });
    expect(response.status).toBe(400);
    const { code, violations } = (await response.json()) as { code: number; violations: object };
    expect(code).toBe(46001);
    expect(Object.keys(violations).sort()).toEqual(
      ['extra', 'params', 'phoneList', 'verifyTemplateCode'].sort(),
    );
  });

  it('answers 404 for an instance that does not exist, without the names of others', async () => {
    const response = await send({}, 'logn');
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 46003, reason: 'unknown-instance' });
    expect(text).not.toMatch(/\blogin\b|order|notice/);
  });

  it('takes whole messages from this machine only, also through a proxy on it', async () => {
    for (const header of ['x-forwarded-for', 'forwarded']) {
      const response = await fetch(`http://localhost:${port}/sms/login/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [header]: 'for=203.0.113.7' },
        body: '{}',
      });
      expect(response.status).toBe(403);
    }
  });

  it('sends a code to a number of anybody, once in a while', async () => {
    const ask = (body: object) =>
      fetch(`http://localhost:${port}/login-codes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en' },
        body: JSON.stringify(body),
      });
    expect((await ask({ phone: '12345' })).status).toBe(400);
    const text = { phone: '13900139000', params: { code: 'win a prize' } };
    expect(await (await ask(text)).json()).toEqual({ sent: true });
    expect((await inbox()).messages[0]).toMatchObject({
      phoneNumber: '13900139000',
      content: expect.stringMatching(/您的验证码为\d{6}，/) as string,
    });
    const again = await ask(text);
    expect(again.status).toBe(429);
    expect(await again.json()).toMatchObject({
      message: expect.stringMatching(
        /^Too many messages were sent. Please try again in \d+ s/,
      ) as string,
    });
  });

  it('shows the figures of its sends on a page for Prometheus', async () => {
    await send({ phoneList: ['13800138000'], params: {}, verifyTemplateCode: 'SMS_2' }, 'order');
    const response = await fetch(`http://localhost:${port}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    const page = await response.text();
    const line = page.split('\n').find((text) => /^aliyun_sms_sends_total.*SMS_2/.test(text));
    expect(line).toContain('aliyun_sms_instance="order"');
    expect(line).toContain('aliyun_sms_outcome="accepted"');
    expect(line).toMatch(/} 1$/);
    expect(page).toMatch(/^messaging_client_operation_duration_bucket{/m);
    expect(page).not.toContain('13800138000');
  });

  it('answers whether Aliyun knows the account', async () => {
    const response = await fetch(`http://localhost:${port}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'ok',
      details: { sms: { status: 'up', instances: { login: { status: 'up' } } } },
    });
  });

  it('has a first page with a form, and links to everything', async () => {
    const page = await (await fetch(`http://localhost:${port}`)).text();
    expect(page).toContain('<form>');
    expect(page).toContain('<option>notice</option>');
    const links = [...page.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href!);
    expect(links).toEqual([
      '/console',
      `http://127.0.0.1:${emulatorPort}`,
      '/health',
      '/metrics',
      '/readme',
    ]);
    for (const link of links) {
      const response = await fetch(new URL(link, `http://localhost:${port}`));
      expect(`${link} ${response.status}`).toBe(`${link} 200`);
    }
  });

  it('sends through the instance of its element folder', async () => {
    const response = await send(
      {
        phoneList: ['13800138001'],
        params: { time: '20:00' },
        verifyTemplateCode: 'SMS_SYSTEM_NOTICE',
      },
      'notice',
    );
    expect(response.status).toBe(201);
    expect((await inbox()).messages[0]).toMatchObject({
      phoneNumber: '13800138001',
      content: expect.stringMatching(/^【某某通知】.*20:00/) as string,
    });
  });

  it('sends a CSV file, and writes what became of each row', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'send-csv-'));
    const file = join(directory, 'campaign.csv');
    const rows = Array.from({ length: 250 }, (_, i) => `${13700000000 + i},n${i}`);
    await writeFile(file, ['phone,name', ...rows, '12345,bad'].join('\n'));
    const { code, text } = await exit(
      start({ EMULATOR_PORT: String(emulatorPort) }, 'build/sample/send-csv/main.js', [
        file,
        '--template',
        'SMS_CAMPAIGN',
      ]),
    );
    expect(text).toMatch(/100% {2}250 accepted, 1 not, 3 calls\nDone/);
    expect(code).toBe(0);
    const report = (await readFile(`${file}.result.csv`, 'utf8')).trim().split('\n');
    expect(report).toHaveLength(252);
    expect(report.find((line) => line.startsWith('251,'))).toMatch(
      /^251,invalid,,,"Nothing was sent/,
    );
    expect(report.filter((line) => /^\d+,accepted,\d+\^0,/.test(line))).toHaveLength(250);
    await rm(directory, { recursive: true });
  });

  it('says which port is taken, and how to choose another', async () => {
    const run = (env: Record<string, string>) => exit(start(env, 'build/sample/main.js'));
    const app = await run({ PORT: String(port), EMULATOR_PORT: String(await freePort()) });
    expect(app).toMatchObject({
      code: 1,
      text: expect.stringMatching(/Port \d+ is already in use.* PORT=/) as string,
    });
    const emulator = await run({
      PORT: String(await freePort()),
      EMULATOR_PORT: String(emulatorPort),
    });
    expect(emulator).toMatchObject({
      code: 1,
      text: expect.stringMatching(/in use.* EMULATOR_PORT=/) as string,
    });
  });

  it('starts no Aliyun of its own where the environment has credentials', async () => {
    const ownPort = await freePort();
    const app = start(
      {
        PORT: String(ownPort),
        ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tNobody',
        ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret',
        ALIYUN_SMS_SIGN: '某某科技',
        // In place of the real one, which is the default.
        ALIYUN_SMS_ENDPOINT: `127.0.0.1:${emulatorPort}`,
      },
      'build/sample/main.js',
    );
    let text = '';
    await printed(app, /Ctrl-C/, (more) => (text += more));
    expect(text).toContain('these messages are real');
    const { url, init } = parseCurl(/curl .*/.exec(text)![0]);
    const response = await fetch(url, init);
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({
      code: 46002,
      aliyunCode: 'InvalidAccessKeyId.NotFound',
    });
    const ended = exit(app);
    app.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('names what the environment lacks', async () => {
    const { code, text } = await exit(
      start(
        { ALIBABA_CLOUD_ACCESS_KEY_ID: 'x', PORT: String(await freePort()) },
        'build/sample/main.js',
      ),
    );
    expect(code).toBe(1);
    expect(text).toContain('ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set');
  });

  it('ends cleanly on Ctrl-C, even where the signal comes twice', async () => {
    const ended = exit(sample);
    sample.kill('SIGINT');
    sample.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });
});

function start(
  env: Record<string, string>,
  script = 'tools/start.mjs',
  args: string[] = [],
): ChildProcess {
  const {
    ALIBABA_CLOUD_ACCESS_KEY_ID: _,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: __,
    ...rest
  } = process.env;
  return spawn(process.execPath, [script, ...args], { cwd: root, env: { ...rest, ...env } });
}

function printed(
  child: ChildProcess,
  pattern: RegExp,
  onText: (text: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let all = '';
    const onData = (chunk: Buffer) => {
      const text = chunk.toString();
      onText(text);
      all += text;
      if (pattern.test(all)) resolve();
    };
    child.stdout!.on('data', onData);
    child.stderr!.on('data', onData);
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${all}`)));
  });
}

function exit(child: ChildProcess): Promise<{ code: number | null; text: string }> {
  let text = '';
  child.stdout!.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, text })));
}
