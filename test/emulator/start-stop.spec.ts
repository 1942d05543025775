import { AliyunSmsEmulator, DEFAULT_ACCOUNT } from 'nestjs-aliyun-sms/emulator';
import { describe, expect, it } from 'vitest';
import { http } from './support/raw-call.js';
import { sdkClient, sendSmsRequest } from './support/sdk.js';

describe('Starting and stopping the emulator', () => {
  it('listens on a free loopback port and knows one account', async () => {
    const emulator = await AliyunSmsEmulator.start();
    expect(emulator.endpoint).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(emulator.url).toBe(`http://${emulator.endpoint}`);
    expect(emulator.accounts).toEqual([DEFAULT_ACCOUNT]);
    await emulator.close();
  });

  it('rejects with EADDRINUSE where the port is taken', async () => {
    const first = await AliyunSmsEmulator.start();
    const port = Number(first.endpoint.split(':')[1]);
    await expect(AliyunSmsEmulator.start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });

  it('closes kept-alive connections, frees the port, and may be closed twice', async () => {
    const emulator = await AliyunSmsEmulator.start();
    await sdkClient(emulator).sendSms(sendSmsRequest());
    await emulator.close();
    await emulator.close();
    await expect(http(emulator, 'GET', '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const port = Number(emulator.endpoint.split(':')[1]);
    const again = await AliyunSmsEmulator.start({ port });
    await again.close();
  });

  it('ends a wait that is under way when it is closed', async () => {
    const emulator = await AliyunSmsEmulator.start();
    const wait = emulator.waitForMessage();
    await Promise.all([expect(wait).rejects.toThrow(/closed/), emulator.close()]);
  });

  it('keeps two emulators in one process apart', async () => {
    const [a, b] = await Promise.all([AliyunSmsEmulator.start(), AliyunSmsEmulator.start()]);
    await sdkClient(a).sendSms(sendSmsRequest());
    expect(a.messages()).toHaveLength(1);
    expect(b.messages()).toHaveLength(0);
    await Promise.all([a.close(), b.close()]);
  });
});
