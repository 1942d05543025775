import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import {
  AliyunSmsModule,
  SmsConfigurationError,
  SmsElements,
  SmsRegistry,
  type SmsResolver,
} from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';

const ROOT = { ...KEYS, endpoint: 'http://127.0.0.1:1', verifySign: '某某科技', logging: false };

/** Names that no door takes, each with a word of the reason. */
const REFUSED: [string, RegExp][] = [
  ['a\nlog line', /a line break/],
  ['a\u2028b', /a line break/],
  ['a\u0007b', /a control character/],
  ['a\u202eb', /an invisible character/],
  ['../x', /characters that are not allowed/],
  ['a/b', /characters that are not allowed/],
  ['a.b', /characters that are not allowed/],
  ['a b', /characters that are not allowed/],
  ['con', /Windows device/],
  ['__proto__', /meaning in JavaScript/],
  ['constructor', /meaning in JavaScript/],
  [' login', /begins or ends with white space/],
  ['login ', /begins or ends with white space/],
  ['login\n', /begins or ends with white space/],
  ['x'.repeat(65), /longer than 64 characters/],
  ['13800138000😀', /characters that are not allowed/],
];

describe('one rule for the names of all instances', () => {
  let app: INestApplicationContext | undefined;

  afterEach(async () => {
    await app?.close();
    app = undefined;
  });

  function expectRefused(error: Error, reason: RegExp): void {
    expect(error).toMatchObject({ issues: [expect.objectContaining({ code: 'invalid-name' })] });
    expect(error.message).toMatch(reason);
    // The lines of the error are those of the list, and nothing in it is invisible.
    expect(error.message.split('\n')).toHaveLength(2);
    expect(error.message.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(String((error as SmsConfigurationError).instance)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  }

  it.each(REFUSED)(
    'refuses %j in forRoot, forFeature, forFeatureAsync and register',
    async (name, reason) => {
      const doors = [
        () => boot(AliyunSmsModule.forRoot({ ...ROOT, name })),
        () => boot(AliyunSmsModule.forRoot(ROOT), AliyunSmsModule.forFeature({ name })),
        () =>
          boot(
            AliyunSmsModule.forRoot(ROOT),
            AliyunSmsModule.forFeatureAsync({ name, useFactory: () => ({}) }),
          ),
      ];
      for (const door of doors) expectRefused(await rejectionOf(door()), reason);
      app = await boot(AliyunSmsModule.forRoot(ROOT));
      const registry = app.get(SmsRegistry);
      const error = await rejectionOf(Promise.resolve().then(() => registry.register({ name })));
      expect(error).toBeInstanceOf(SmsConfigurationError);
      expectRefused(error, reason);
      expect(registry.names()).toEqual(['default']);
    },
  );

  it.each(REFUSED)('refuses %j as a member of a failover', async (name, reason) => {
    const failover = { name: 'both', type: 'SMS.Failover' as const, instances: ['default', name] };
    const error = await rejectionOf(
      boot(AliyunSmsModule.forRoot(ROOT), AliyunSmsModule.forFeature(failover)),
    );
    expect(error.message).toMatch(/instances has a name that cannot be used/);
    expect(error.message).toMatch(reason);
    expect(error.message).not.toContain(name);
  });

  it.each(REFUSED)('does not ask resolve for %j', async (name) => {
    const resolve = vi.fn<SmsResolver>(() => ({ verifySign: '签' }));
    app = await boot(AliyunSmsModule.forRoot({ ...ROOT, resolve }));
    const registry = app.get(SmsRegistry);
    const errors = [
      await rejectionOf(registry.load(name)),
      await rejectionOf(Promise.resolve().then(() => registry.get(name))),
      await rejectionOf(Promise.resolve().then(() => registry.getElement(`SMS.${name}`))),
    ];
    for (const error of errors) {
      expect(error).toMatchObject({ code: 46003, outcome: 'not-sent', reason: 'unknown-instance' });
      expect(JSON.stringify(error).length).toBeLessThan(1_000);
      expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    }
    expect(resolve).not.toHaveBeenCalled();
  });

  it.each([
    'login',
    '登录',
    'Ünïcode',
    'tenant-42',
    'a_b',
    '7',
    '3f2b8c1e-aaaa-4bbb-8ccc-123456789012',
  ])('takes %s at every door', async (name) => {
    const directory = mkdtempSync(join(tmpdir(), 'names-'));
    mkdirSync(join(directory, 'SMS'));
    const resolve = (asked: string) => ({ title: asked, verifySign: '签' });
    app = await boot(
      AliyunSmsModule.forRoot({ ...ROOT, resolve, elementsDir: join(directory, 'SMS') }),
      AliyunSmsModule.forFeature({ name: `${name}1` }),
    );
    const registry = app.get(SmsRegistry);
    registry.register({ name: `${name}2` });
    await registry.load(`${name}3`);
    const element = { name: `${name}4`, title: 't', type: 'SMS.Aliyun', values: {} };
    await app.get(SmsElements).save(element);
    expect(registry.names()).toEqual(['default', ...[1, 2, 3, 4].map((i) => `${name}${i}`)]);
    const error = await rejectionOf(registry.get(`${name}2`).sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ reason: 'connect', instance: `${name}2` });
    rmSync(directory, { recursive: true });
  });
});
