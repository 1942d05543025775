import { DEFAULT_ACCOUNT, type EmulatorAccount } from '../model/account.js';
import type { AliyunSmsEmulator } from '../emulator.js';
import type { CliLocale } from './cli.locale.js';

const TEXTS = {
  en: {
    title: 'Aliyun SMS emulator: nothing is sent to real phones.',
    inbox: 'Inbox',
    endpoint: 'Endpoint',
    accessKey: 'AccessKey',
    secret: 'secret',
    yours: '(the secret of your seed file)',
    snippet: 'Send the first message (Node, ES module):',
    stop: 'Press Ctrl-C to stop.',
  },
  zh: {
    title: '阿里云短信模拟器：不会向真实手机发送任何短信。',
    inbox: '收件箱',
    endpoint: '接入点',
    accessKey: 'AccessKey',
    secret: 'secret',
    yours: '（种子文件中的 secret）',
    snippet: '发送第一条短信（Node，ES 模块）：',
    stop: '按 Ctrl-C 停止。',
  },
} satisfies Record<CliLocale, Record<string, string>>;

/** What the command prints: where the emulator is, who may call, and how. */
export function banner(emulator: AliyunSmsEmulator, locale: CliLocale): string {
  const texts = TEXTS[locale];
  const accounts = emulator.accounts.map(
    (account) => `  ${texts.accessKey}  ${account.accessKey}  ${secretOf(account) ?? texts.yours}`,
  );
  return [
    texts.title,
    '',
    `  ${texts.inbox}  ${emulator.url}/`,
    `  ${texts.endpoint}  ${emulator.endpoint}  (protocol: http)`,
    ...accounts,
    '',
    texts.snippet,
    '',
    snippet(emulator),
    '',
    texts.stop,
    '',
  ].join('\n');
}

/** The default account's secret is public; those of others never go to an output. */
function secretOf({ accessKey, accessSecret }: EmulatorAccount): string | undefined {
  const isDefault =
    accessKey === DEFAULT_ACCOUNT.accessKey && accessSecret === DEFAULT_ACCOUNT.accessSecret;
  return isDefault ? accessSecret : undefined;
}

function snippet({ endpoint, accounts }: AliyunSmsEmulator): string {
  const [account] = accounts;
  const secret = account && secretOf(account);
  const written = secret ? `'${secret}'` : 'process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET';
  return `  import Dysmsapi from '@alicloud/dysmsapi20170525';
  import { Config } from '@alicloud/openapi-client';

  const client = new Dysmsapi.default(new Config({
    accessKeyId: '${account?.accessKey ?? ''}',
    accessKeySecret: ${written},
    endpoint: '${endpoint}',
    protocol: 'http',
  }));
  await client.sendSms(new Dysmsapi.SendSmsRequest({
    phoneNumbers: '13900001234',
    signName: '某某科技',
    templateCode: 'SMS_123456789',
    templateParam: JSON.stringify({ code: '123456' }),
  }));`;
}
