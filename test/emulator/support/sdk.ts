import Dysms from '@alicloud/dysmsapi20170525';
import { Config } from '@alicloud/openapi-client';
import type { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';

export const Sdk = Dysms;
export type SdkClient = InstanceType<typeof Dysms.default>;

/** Aliyun's own client, unmodified, pointed at the emulator. */
export function sdkClient(
  emulator: AliyunSmsEmulator,
  config: Partial<Record<keyof Config, string>> = {},
): SdkClient {
  const [account] = emulator.accounts;
  return new Dysms.default(
    new Config({
      accessKeyId: account!.accessKey,
      accessKeySecret: account!.accessSecret,
      endpoint: emulator.endpoint,
      protocol: 'http',
      ...config,
    }),
  );
}

export function sendSmsRequest(fields: Partial<Dysms.SendSmsRequest> = {}) {
  return new Dysms.SendSmsRequest({
    phoneNumbers: '13900001234',
    signName: '某某科技',
    templateCode: 'SMS_123456789',
    templateParam: '{"code":"123456"}',
    ...fields,
  });
}
