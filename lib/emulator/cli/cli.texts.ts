import type { CliLocale } from './cli.locale.js';

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
