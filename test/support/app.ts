import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AliyunSms, AliyunSmsModule, type AliyunSmsRootOptions } from 'nestjs-aliyun-sms';

/** Keys for servers that do not check them. */
export const KEYS = { accessKey: 'LTAI5tTestKey', accessSecret: 'test-secret-0123456789' };

/** Boots a real application context out of these modules. */
export async function boot(...imports: DynamicModule[]): Promise<INestApplicationContext> {
  const module = await Test.createTestingModule({ imports }).compile();
  return module.init();
}

/** An application whose default instance talks to this endpoint. */
export async function bootInstance(
  endpoint: string,
  options: Partial<AliyunSmsRootOptions> = {},
): Promise<{ sms: AliyunSms; app: INestApplicationContext }> {
  const app = await boot(
    AliyunSmsModule.forRoot({
      ...KEYS,
      verifySign: '某某科技',
      logging: false,
      endpoint,
      ...options,
    }),
  );
  return { app, sms: app.get(AliyunSms) };
}

export const LOGIN_CODE = {
  phoneList: ['13800138000'],
  params: { code: '123456' },
  verifyTemplateCode: 'SMS_123456789',
};

/** What a promise rejects with; fails where it resolves. */
export async function rejectionOf<E = Error>(work: Promise<unknown>): Promise<E> {
  return work.then(
    () => {
      throw new Error('expected a rejection');
    },
    (error: E) => error,
  );
}
