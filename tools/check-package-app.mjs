// The scratch applications of check-package.mjs.

const NAMES = {
  'reflect-metadata': '',
  '@nestjs/common': '{ Module, Inject }',
  '@nestjs/core': '{ NestFactory }',
  '@nestjs/config': '{ ConfigModule }',
  'nestjs-aliyun-sms': '{ AliyunSmsModule, getSmsToken, SmsRejectedException, SmsRegistry }',
  'nestjs-aliyun-sms/config': '{ aliyunSmsConfig }',
  'nestjs-aliyun-sms/emulator': '{ AliyunSmsEmulator }',
  'nestjs-aliyun-sms/redis': '{ RedisLimitStore }',
  'nestjs-aliyun-sms/console': '{ AliyunSmsConsoleModule }',
};

/** Plain JavaScript that boots an application, sends, is refused and asks through the SDK's client. */
export function appSource(type, { terminus }) {
  const names = terminus
    ? { ...NAMES, 'nestjs-aliyun-sms/terminus': '{ AliyunSmsHealthIndicator }' }
    : NAMES;
  const load = Object.entries(names).map(([module, imported]) =>
    type === 'module'
      ? `import ${imported && `${imported} from `}'${module}';`
      : `${imported && `const ${imported} = `}require('${module}');`,
  );
  return `${load.join('\n')}
async function main() {
  const emulator = await AliyunSmsEmulator.start();
  process.env.ALIBABA_CLOUD_ACCESS_KEY_ID = emulator.accounts[0].accessKey;
  process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET = emulator.accounts[0].accessSecret;
  process.env.ALIYUN_SMS_ENDPOINT = emulator.endpoint;
  class AppModule {}
  Module({
    imports: [
      ConfigModule.forRoot({ ignoreEnvFile: true }),
      AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider()),
      AliyunSmsModule.forFeature([
        { name: 'login', verifySign: '某某科技' },
        { name: 'both', type: 'SMS.Failover', instances: ['wrong', 'login'] },
        { name: 'wrong', verifySign: '某某科技', accessKey: 'LTAI5tUnknown', accessSecret: 'x' },
      ]),
      AliyunSmsConsoleModule.forRoot(),
    ],
  })(AppModule);
  const app = await NestFactory.create(AppModule, { logger: ['error'] });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address();
  const get = async (path) => (await fetch('http://127.0.0.1:' + port + path)).text();
  const page = await get('/console');
  const [, script] = /src="([^"]+[.]js)"/.exec(page);
  if (!(await get('/' + script)).includes('instance-form')) throw new Error('no page');
  const inbox = await (await fetch(emulator.url)).text();
  const [, asset] = /src="([^"]+)"/.exec(inbox);
  const cached = (await fetch(emulator.url + asset)).headers.get('cache-control');
  if (!cached?.includes('immutable')) throw new Error('no inbox');
  const state = JSON.parse(await get('/console/api/state'));
  if (state.instances.length !== 4) throw new Error('instances: ' + JSON.stringify(state.instances));
  const message = { phoneList: ['13800138000'], params: { code: '1234' }, verifyTemplateCode: 'SMS_1' };
  const sms = app.get(getSmsToken('login'));
  const { bizId } = await app.get(SmsRegistry).get('both').sendMessage(message);
  if (sms.name !== 'login') throw new Error('not login: ' + sms.name);
  const refused = await app.get(SmsRegistry).get('wrong').sendMessage(message).catch((error) => error);
  if (!(refused instanceof SmsRejectedException)) throw new Error('not refused: ' + refused);
  if (typeof RedisLimitStore !== 'function') throw new Error('no RedisLimitStore');
  await sms.client.querySendDetails({
    phoneNumber: '13800138000', bizId, sendDate: '20260101', pageSize: 10, currentPage: 1,
  });
  for (const { phoneNumber } of emulator.messages()) console.log('arrived: ' + phoneNumber);
  await app.close();
  await emulator.close();
}
main();
`;
}

/** What a user's TypeScript sees of the package. */
export const typedSource = `import { AliyunSms, AliyunSmsModule, SendMessageDto, type SendMessageResult, SmsRegistry } from 'nestjs-aliyun-sms';
import { aliyunSmsConfig } from 'nestjs-aliyun-sms/config';
import { AliyunSmsConsoleModule } from 'nestjs-aliyun-sms/console';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';

declare module 'nestjs-aliyun-sms' {
  interface SmsTypeOptionsMap {
    'SMS.Other': { colour: number };
  }
}

export const modules = [
  AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider()),
  AliyunSmsModule.forFeature([{ name: 'login' }, { name: 'p', type: 'SMS.Other', colour: 1 }]),
  // @ts-expect-error a timeout is a number
  AliyunSmsModule.forFeature({ name: 'login', timeout: '3' }),
  // @ts-expect-error a typo in an option
  AliyunSmsModule.forFeature({ name: 'login', timout: 5 }),
  // @ts-expect-error the same, beside the type
  AliyunSmsModule.forFeature({ name: 'login', type: 'SMS.Aliyun', timout: 5 }),
  // @ts-expect-error instances is a list
  AliyunSmsModule.forFeature({ name: 'both', type: 'SMS.Failover', instances: 'a' }),
  // @ts-expect-error colour is a number
  AliyunSmsModule.forFeature({ name: 'p', type: 'SMS.Other', colour: 'red' }),
  // @ts-expect-error nobody has declared this type
  AliyunSmsModule.forFeature({ name: 'p', type: 'SMS.Nobody', colour: 1 }),
  // @ts-expect-error an option of the application
  AliyunSmsModule.forFeature({ name: 'login', shutdownGrace: 5 }),
  // @ts-expect-error a typo in the root
  AliyunSmsModule.forRoot({ limit: 'aliyun' }),
  AliyunSmsModule.forRoot({ shutdownGrace: 5, resolve: (name: string) => ({ verifySign: name }) }),
  AliyunSmsConsoleModule.forRoot({ readOnly: true }),
];
export function find(registry: SmsRegistry, query: Parameters<AliyunSms['findMessage']>[0]) {
  // @ts-expect-error an instance of any type need not have it
  void registry.get('both').findMessage(query);
  return registry.get('login', AliyunSms).findMessage(query);
}
// Its declaration has to name types of the package that nothing here has imported.
export const list = (sms: AliyunSms) => sms.client.querySmsTemplateList({ pageIndex: 1 });
// @ts-expect-error phoneNumbers is its name
export const wrong = (sms: AliyunSms) => sms.client.sendSms({ phoneNumber: '13800138000' });
export async function use(sms: AliyunSms, message: SendMessageDto): Promise<SendMessageResult> {
  const template = await sms.client.getSmsTemplate({ templateCode: 'SMS_1' });
  const content: string | undefined = template.body?.templateContent;
  // @ts-expect-error a phone number is a string
  void sms.sendMessage({ phoneList: [1], params: {}, verifyTemplateCode: content ?? '' });
  await AliyunSmsEmulator.start({ port: 0 });
  return sms.sendMessage(message);
}
`;
