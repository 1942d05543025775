import type { AliyunSmsEmulator } from '../emulator.js';
import { DEFAULT_ACCOUNT, type EmulatorAccount } from '../model/account.js';

export type CliLocale = 'en' | 'zh';

/** The language of the terminal, in POSIX order; where none is set, of the system. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): CliLocale {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || systemLocale();
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function systemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

export const PORT_TAKEN: Record<CliLocale, string> = {
  en: 'The port is taken already. Choose another one with --port, or end what listens there.\n',
  zh: '端口已被占用。请用 --port 指定其他端口，或先结束占用该端口的程序。\n',
};

export const HELP: Record<CliLocale, string> = {
  en: `aliyun-sms-emulator: a local Aliyun SMS with an inbox. Nothing is sent to real phones.

Usage: aliyun-sms-emulator [options]

  --port <number>        port to listen on (default 3001; 0 takes any free one)
  --host <address>       address to listen on (default 127.0.0.1)
  --seed <file.json>     accounts, signs, templates and faults to begin with
  --strict               refuse unknown or unapproved signatures and templates, wrong values,
                         and what flow control forbids
  --flow-control         limit messages to one number as Aliyun does, also without --strict
  --receipts-url <url>   push receipts, replies and review results to this address;
                         every message is then reported as delivered after a second
  --max-messages <n>     how many messages are kept (default 10000)
  --quiet                print nothing but errors
  -h, --help             this text

Example of a seed file:
  { "accounts": [{ "accessKey": "LTAI5tLocal", "accessSecret": "local" }],
    "signs": ["某某科技"],
    "templates": [{ "templateCode": "SMS_1", "templateContent": "验证码\${code}" }] }
`,
  zh: `aliyun-sms-emulator：本地的阿里云短信服务，带收件箱。不会向真实手机发送任何短信。

用法：aliyun-sms-emulator [选项]

  --port <端口>          监听端口（默认 3001；0 表示任意空闲端口）
  --host <地址>          监听地址（默认 127.0.0.1）
  --seed <file.json>     启动时载入的账号、签名、模板和故障
  --strict               严格模式：拒绝未知或未审核的签名与模板、不合规的变量值，并启用流控
  --flow-control         按阿里云规则对单个号码流控（非严格模式下也可单独启用）
  --receipts-url <url>   将回执、上行短信和审核结果推送到该地址；
                         每条短信一秒后自动回执为已送达
  --max-messages <n>     保留的短信条数（默认 10000）
  --quiet                除错误外不输出任何内容
  -h, --help             显示本说明

种子文件示例：
  { "accounts": [{ "accessKey": "LTAI5tLocal", "accessSecret": "local" }],
    "signs": ["某某科技"],
    "templates": [{ "templateCode": "SMS_1", "templateContent": "验证码\${code}" }] }
`,
};

const BANNER = {
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

/** The text after the start: addresses, access keys, and an example of a call. */
export function banner(emulator: AliyunSmsEmulator, locale: CliLocale): string {
  const texts = BANNER[locale];
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

/** The secret of the default account is public; other secrets are never printed. */
function secretOf({ accessKey, accessSecret }: EmulatorAccount): string | undefined {
  const isDefault =
    accessKey === DEFAULT_ACCOUNT.accessKey && accessSecret === DEFAULT_ACCOUNT.accessSecret;
  return isDefault ? accessSecret : undefined;
}

function snippet({ endpoint, accounts }: AliyunSmsEmulator): string {
  const [account] = accounts;
  const secret = account && secretOf(account);
  const secretInCode = secret ? `'${secret}'` : 'process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET';
  return `  import Dysmsapi from '@alicloud/dysmsapi20170525';
  import { Config } from '@alicloud/openapi-client';

  const client = new Dysmsapi.default(new Config({
    accessKeyId: '${account?.accessKey ?? ''}',
    accessKeySecret: ${secretInCode},
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
