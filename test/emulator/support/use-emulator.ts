import { AliyunSmsEmulator, type AliyunSmsEmulatorOptions } from 'nestjs-aliyun-sms/emulator';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { http, type RawAnswer } from './raw-call.js';
import { sdkClient, type SdkClient } from './sdk.js';

export interface Used {
  emulator: AliyunSmsEmulator;
  sdk: SdkClient;
  /** A call of the REST interface, with a JSON body. */
  rest(method: string, path: string, body?: unknown): Promise<RawAnswer>;
}

/** One emulator for a describe block, reset before each test. */
export function useEmulator(options?: AliyunSmsEmulatorOptions): Used {
  const used = {
    rest: (method, path, body) =>
      http(
        used.emulator,
        method,
        `/_emulator${path}`,
        { host: used.emulator.endpoint },
        body === undefined ? '' : JSON.stringify(body),
      ),
  } as Used;
  beforeAll(async () => {
    used.emulator = await AliyunSmsEmulator.start(options);
    used.sdk = sdkClient(used.emulator);
  });
  beforeEach(() => used.emulator.reset());
  afterAll(() => used.emulator.close());
  return used;
}
