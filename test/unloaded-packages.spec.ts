import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

/** Sends once and prints what it ended in, in a process in which a package cannot be loaded. */
const PROGRAM = `
const { createRequire } = require('node:module');
const Module = require('node:module');
const [, , missing, how] = process.argv;
const load = Module._load;
Module._load = function (request, ...rest) {
  if (request === missing || request.startsWith(missing + '/')) {
    if (how === 'old') return {};
    throw Object.assign(new Error('Cannot find module /home/secret/' + request), { code: 'MODULE_NOT_FOUND' });
  }
  return load.call(this, request, ...rest);
};
require('reflect-metadata');
const { NestFactory } = require('@nestjs/core');
const { AliyunSmsModule, AliyunSms } = require('./package.cjs');
(async () => {
  const credential = missing === '@alicloud/credentials' ? { credential: 'default' } : { accessKey: 'k', accessSecret: 's' };
  const root = { ...credential, verifySign: '某', endpoint: 'http://127.0.0.1:1', logging: false, retry: false };
  const app = await NestFactory.createApplicationContext(AliyunSmsModule.forRoot(root), { logger: false });
  const sms = app.get(AliyunSms);
  const phone = missing === 'libphonenumber-js' ? '+85291234567' : '13800138000';
  const work = missing.includes('dysmsapi')
    ? sms.client.querySmsSignList({})
    : sms.sendMessage({ phoneList: [phone], params: {}, verifyTemplateCode: 'SMS_1' });
  const error = await work.catch((thrown) => thrown);
  process.stdout.write(JSON.stringify({ ...error, message: error.message, outcome: error.outcome }));
  await app.close();
})();
`;

describe('a package that cannot be loaded', () => {
  let directory: string;

  beforeAll(async () => {
    await mkdir(join(root, 'build'), { recursive: true });
    directory = await mkdtemp(join(root, 'build/unloaded-'));
    await build({
      entryPoints: [`${root}lib/index.ts`],
      tsconfig: `${root}tsconfig.json`,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
      // \`import()\` as an application has it that is compiled to CommonJS.
      supported: { 'dynamic-import': false },
      outfile: join(directory, 'package.cjs'),
      logLevel: 'error',
    });
    await writeFile(join(directory, 'program.cjs'), PROGRAM);
  });
  afterAll(() => rm(directory, { recursive: true }));

  it.each([
    ['@alicloud/credentials', 'missing'],
    ['@alicloud/dysmsapi20170525', 'missing'],
    ['libphonenumber-js', 'missing'],
  ])('%s is named where it is %s, and what to do about it', async (name, how) => {
    const { stdout } = await run(process.execPath, [join(directory, 'program.cjs'), name, how]);
    const error = JSON.parse(stdout) as { message: string; outcome: string };
    expect(error).toMatchObject({ code: 46003, outcome: 'not-sent' });
    expect(error.message).toContain(`The package ${name} could not be loaded (`);
    expect(error.message).toMatch(/externals/);
    expect(error.message).not.toMatch(/network|secret|check the endpoint/);
  });
});
