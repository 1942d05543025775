import { Injectable, type ModuleMetadata, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  AliyunSms,
  AliyunSmsModule,
  type AliyunSmsRootOptions,
  InjectSms,
  ProviderSms,
  type Sms,
  SmsRegistry,
  SmsType,
  SmsTypeError,
} from 'nestjs-aliyun-sms';
import { describe, expect, it } from 'vitest';
import { KEYS, rejectionOf } from './support/app.js';

const OPTIONS = { ...KEYS, verifySign: '某某科技', logging: false };

@Injectable()
class NoticeService {
  constructor(readonly sms: AliyunSms) {}
}

@Injectable()
class ServiceByName {
  constructor(@InjectSms() readonly sms: Sms) {}
}

class OwnConfig {}

/** Takes the place of the official type without being one of it. */
@SmsType('SMS.Aliyun', { config: OwnConfig })
class OwnSms extends ProviderSms<OwnConfig> {
  protected deliver() {
    return Promise.resolve({ bizId: '1' });
  }
}

/** Takes the place of the official type, and is one of it. */
@SmsType('SMS.Aliyun')
class BetterSms extends AliyunSms {}

async function start(imports: ModuleMetadata['imports'], service: Type = NoticeService) {
  const testing = Test.createTestingModule({ imports: imports!, providers: [service] });
  return (await testing.compile()).init();
}

describe('the class AliyunSms as a token', () => {
  it.each([
    ['forRoot', [AliyunSmsModule.forRoot(OPTIONS)]],
    ['forRootAsync', [AliyunSmsModule.forRootAsync({ useFactory: async () => OPTIONS })]],
    [
      'forRoot for modules that import it',
      [AliyunSmsModule.forRoot({ ...OPTIONS, isGlobal: false })],
    ],
    ['forFeature', [AliyunSmsModule.forFeature({ name: 'default', ...OPTIONS })]],
    [
      'forFeatureAsync',
      [AliyunSmsModule.forFeatureAsync({ name: 'default', useFactory: () => OPTIONS })],
    ],
  ])('stands for the default instance of %s', async (_, imports) => {
    const app = await start(imports);
    const { sms } = app.get(NoticeService);
    expect(sms).toBe(app.get(SmsRegistry).get());
    expect(app.get(AliyunSms)).toBe(sms);
    await app.close();
  });

  it('stands for the instance of forRoot where that has a name of its own', async () => {
    const app = await start([AliyunSmsModule.forRoot({ ...OPTIONS, name: 'main' })]);
    expect(app.get(NoticeService).sms.name).toBe('main');
    await app.close();
  });

  it('is missing, by its name, where there is no default instance', async () => {
    const error = await rejectionOf(
      start([AliyunSmsModule.forFeature({ name: 'login', ...OPTIONS })]),
    );
    expect(error.message).toMatch(/dependencies of the NoticeService.*AliyunSms at index \[0\]/);
  });

  // Types forbid `type` in forRoot; a configuration that was read from a file may have it.
  const failover = {
    ...OPTIONS,
    type: 'SMS.Failover',
    instances: ['a', 'b'],
  } as AliyunSmsRootOptions;
  const members = AliyunSmsModule.forFeature([{ name: 'a' }, { name: 'b' }]);
  const OTHER_TYPES: [string, () => ModuleMetadata['imports'], string][] = [
    ['a failover', () => [AliyunSmsModule.forRoot(failover), members], 'SMS.Failover'],
    ['a class of another', () => [AliyunSmsModule.forRoot({ types: [OwnSms] })], 'SMS.Aliyun'],
  ];

  it.each(OTHER_TYPES)('is refused where the default instance is %s', async (_, imports, type) => {
    const error = await rejectionOf(start(imports()));
    expect(error).toBeInstanceOf(SmsTypeError);
    expect(error.message).toContain(`"default" is of the type ${type}`);
    expect(error.message).toContain('@InjectSms()');
  });

  it.each(OTHER_TYPES)('does no harm to those that inject %s by name', async (_, imports, type) => {
    const app = await start(imports(), ServiceByName);
    expect(app.get(ServiceByName).sms.type).toBe(type);
    await app.close();
  });

  it('stands for an own class that extends it', async () => {
    const app = await start([AliyunSmsModule.forRoot({ ...OPTIONS, types: [BetterSms] })]);
    expect(app.get(NoticeService).sms).toBeInstanceOf(BetterSms);
    await app.close();
  });
});
