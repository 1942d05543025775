import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type DynamicModule, type INestApplicationContext, Logger } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { build } from 'esbuild';
import type * as Package from 'nestjs-aliyun-sms';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';
import {
  ACCEPTED,
  type Misbehaviour,
  type MisbehavingServer,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The package as a bundle for production has it, where in addition all classes have one name. */
async function minified(name: string): Promise<typeof Package> {
  const outfile = `${root}build/minified/${name}.cjs`;
  await build({
    entryPoints: [`${root}lib/index.ts`],
    tsconfig: `${root}tsconfig.json`,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  const bundle = createRequire(import.meta.url)(outfile) as typeof Package;
  for (const each of Object.values(bundle)) {
    if (typeof each === 'function') Object.defineProperty(each, 'name', { value: 'o' });
  }
  return bundle;
}

describe('a minified bundle, whose classes all have one name', () => {
  let ours: typeof Package;
  let other: typeof Package;
  let server: MisbehavingServer;
  let misbehave: Misbehaviour;
  let app: INestApplicationContext;
  let registry: Package.SmsRegistry;
  const events: Package.SmsResultEvent[] = [];

  beforeAll(async () => {
    [ours, other] = await Promise.all([minified('one'), minified('two')]);
    server = await startMisbehavingServer((...args) => misbehave(...args));
    vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    const common = { endpoint: server.url, retry: false } as const;
    const modules: DynamicModule[] = [
      ours.AliyunSmsModule.forRoot({
        ...KEYS,
        ...common,
        verifySign: '某某科技',
        logging: false,
        hooks: { onResult: (event) => void events.push(event) },
      }),
      ours.AliyunSmsModule.forFeature([
        { name: 'login' },
        { name: 'both', type: 'SMS.Failover', instances: ['default', 'login'] },
      ]),
    ];
    app = await (await Test.createTestingModule({ imports: modules }).compile()).init();
    registry = app.get(ours.SmsRegistry);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await app.close();
    await server.close();
  });

  const refused = (code: string) => JSON.stringify({ Code: code, Message: 'no', RequestId: 'R' });

  const CASES: [string, Misbehaviour, object, keyof typeof Package][] = [
    [
      'a refusal',
      (socket) => respond(socket, 200, refused('isv.SMS_CONTENT_ILLEGAL')),
      { code: 46002 },
      'SmsRejectedException',
    ],
    [
      'a broken connection',
      (socket) => void socket.destroy(),
      { code: 46003, outcome: 'unknown' },
      'SmsRequestException',
    ],
  ];
  it.each(CASES)(
    'tells %s, alone, in bulk and by a failover',
    async (_, behaviour, shape, kind) => {
      misbehave = behaviour;
      for (const name of ['default', 'both']) {
        events.length = 0;
        const sms = registry.get(name);
        const error = await rejectionOf(sms.sendMessage(LOGIN_CODE));
        expect(error).toMatchObject(shape);
        for (const copy of [ours, other]) {
          expect(copy.isSmsException(error)).toBe(true);
          const classes = [
            'SmsParameterException',
            'SmsRejectedException',
            'SmsRequestException',
          ] as const;
          expect(classes.filter((each) => error instanceof copy[each])).toEqual([kind]);
          expect(error).toBeInstanceOf(copy.SmsException);
          expect(error).not.toBeInstanceOf(copy.SmsSetupError);
        }
        expect(events.at(-1)).toMatchObject({ instance: name, error });
        for await (const result of sms.sendMessages!([LOGIN_CODE, LOGIN_CODE])) {
          expect(result.error).toMatchObject(shape);
        }
      }
    },
  );

  it('tells a message that is not valid', async () => {
    const error = await rejectionOf(registry.get().sendMessage({ ...LOGIN_CODE, phoneList: [] }));
    expect(error).toBeInstanceOf(ours.SmsParameterException);
    expect(error).not.toBeInstanceOf(ours.SmsRejectedException);
  });

  it('tells one instance from another, also to another copy of the package', () => {
    for (const copy of [ours, other]) {
      expect(registry.get('login', copy.AliyunSms).name).toBe('login');
      expect(registry.get('both', copy.FailoverSms).name).toBe('both');
      expect(registry.get('both')).toBeInstanceOf(copy.Sms);
      expect(() => registry.get('both', copy.AliyunSms)).toThrow(/is of the type SMS\.Failover/);
    }
  });

  it('tells setup errors apart', () => {
    const error = thrownBy(() => registry.register({ name: 'login' }));
    expect(error).toBeInstanceOf(ours.SmsInstanceExistsError);
    expect(error).toBeInstanceOf(other.SmsInstanceExistsError);
    expect(error).not.toBeInstanceOf(ours.SmsConfigurationError);
    const other1 = thrownBy(() => registry.register({ name: 'x', timeout: -1 }));
    expect(other1).toBeInstanceOf(other.SmsConfigurationError);
    expect(other1).not.toBeInstanceOf(ours.SmsInstanceExistsError);
  });

  it('leaves instanceof of a class that extends one of ours alone', () => {
    class Own extends ours.SmsRejectedException {}
    const facts = { aliyunCode: 'isv.X', aliyunMessage: 'x' };
    expect(new Own(facts)).toBeInstanceOf(Own);
    expect(new Own(facts)).toBeInstanceOf(ours.SmsRejectedException);
    expect(new ours.SmsRejectedException(facts)).not.toBeInstanceOf(Own);
    for (const value of [undefined, null, 'x', 7, {}, new Error('x')]) {
      expect(value instanceof ours.SmsException).toBe(false);
    }
  });

  it('sends', async () => {
    misbehave = (socket) => respond(socket, 200, ACCEPTED);
    await expect(registry.get('both').sendMessage(LOGIN_CODE)).resolves.toMatchObject({
      code: 'OK',
    });
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
