import { ConfigModule, type ConfigType, registerAs } from '@nestjs/config';
import { AliyunSmsModule, SmsRegistry } from 'nestjs-aliyun-sms';
import { aliyunSmsConfig } from 'nestjs-aliyun-sms/config';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, LOGIN_CODE, rejectionOf } from './support/app.js';

describe('settings through @nestjs/config', () => {
  let emulator: AliyunSmsEmulator;

  beforeAll(async () => (emulator = await AliyunSmsEmulator.start()));
  beforeEach(() => {
    emulator.reset();
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', emulator.accounts[0]!.accessKey);
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', emulator.accounts[0]!.accessSecret);
    vi.stubEnv('ALIYUN_SMS_SIGN', '某某科技');
    vi.stubEnv('ALIYUN_SMS_ENDPOINT', emulator.endpoint);
    vi.stubEnv('ALIYUN_SMS_LOGGING', 'false');
  });
  afterEach(() => vi.unstubAllEnvs());
  afterAll(() => emulator.close());

  it('come from the environment', async () => {
    const app = await boot(
      await ConfigModule.forRoot({ ignoreEnvFile: true }),
      AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider()),
      AliyunSmsModule.forFeature([{ name: 'alarm', verifySign: '某某告警' }]),
    );
    await app.get(SmsRegistry).get().sendMessage(LOGIN_CODE);
    await app.get(SmsRegistry).get('alarm').sendMessage(LOGIN_CODE);
    expect(
      emulator
        .messages()
        .map(({ signName }) => signName)
        .sort(),
    ).toEqual(['某某告警', '某某科技'].sort());
    await app.close();
  });

  it('are taken without what is invisible at the ends of a variable', async () => {
    vi.stubEnv('ALIYUN_SMS_SIGN', '\ufeff某某\u200b\r\n');
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', `${emulator.accounts[0]!.accessSecret}\u200b\n`);
    const app = await boot(
      await ConfigModule.forRoot({ ignoreEnvFile: true }),
      AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider()),
    );
    await app.get(SmsRegistry).get().sendMessage(LOGIN_CODE);
    expect(emulator.messages()[0]!.signName).toBe('某某');
    await app.close();
  });

  it("come from a user's own namespace", async () => {
    const shortMessages = registerAs('shortMessages', () => ({
      key: emulator.accounts[0]!.accessKey,
      secret: emulator.accounts[0]!.accessSecret,
      sign: '自定',
    }));
    const app = await boot(
      AliyunSmsModule.forRootAsync({
        imports: [ConfigModule.forFeature(shortMessages)],
        inject: [shortMessages.KEY],
        useFactory: ({ key, secret, sign }: ConfigType<typeof shortMessages>) => ({
          accessKey: key,
          accessSecret: secret,
          verifySign: sign,
          endpoint: emulator.endpoint,
          logging: false,
        }),
      }),
    );
    await app.get(SmsRegistry).get().sendMessage(LOGIN_CODE);
    expect(emulator.messages()[0]!.signName).toBe('自定');
    await app.close();
  });

  it('read numbers and flags', () => {
    vi.stubEnv('ALIYUN_SMS_TIMEOUT', '2500');
    vi.stubEnv('ALIYUN_SMS_CONNECTIONS', '8');
    expect(aliyunSmsConfig()).toMatchObject({ timeout: 2500, connections: 8, logging: false });
  });

  it('stop the start with every fault of the environment, without showing a value', async () => {
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', ' ');
    vi.stubEnv('ALIYUN_SMS_TIMEOUT', 'soon');
    vi.stubEnv('ALIYUN_SMS_LOGGING', 'maybe');
    const error = await rejectionOf(
      boot(AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider())),
    );
    expect(error.name).toBe('SmsEnvironmentError');
    expect(error.message).toContain('ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set');
    expect(error.message).toContain('ALIYUN_SMS_TIMEOUT must be a whole number');
    expect(error.message).toContain('ALIYUN_SMS_LOGGING must be true or false');
    expect(error.message).not.toContain('soon');
  });
});
