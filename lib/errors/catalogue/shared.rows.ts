import type { CatalogueRow } from './catalogue-row.interface.js';

/** Rows that stand both in the gateway's table and behind a pattern of codes. */
export const ACTION_ROW: CatalogueRow = {
  cause: 'configuration',
  actor: 'developer',
  zh: ['接口不存在', '检查接口名和版本 2017-05-25，并确认接入地址是 dysmsapi.aliyuncs.com。'],
  en: [
    'There is no such operation.',
    'Check its name and the version 2017-05-25, and that the endpoint is dysmsapi.aliyuncs.com.',
  ],
};

export const CREDENTIAL_ROW: CatalogueRow = {
  cause: 'configuration',
  zh: ['访问凭证无效', '在 RAM 控制台核对 AccessKey（及 STS 令牌）是否存在、启用且未过期。'],
  en: [
    'The credentials are not valid.',
    'Check in the RAM console that the key (and STS token) exists, is enabled and has not expired.',
  ],
};

export const THROTTLING_ROW: CatalogueRow = {
  cause: 'quota',
  zh: [
    '接口调用过于频繁，请求未执行',
    '退避几秒后重试，并降低并发（SendSms 上限为每秒 5000 次）。',
  ],
  en: [
    'Too many calls; this one was not executed.',
    'Back off for some seconds and lower the concurrency (SendSms takes 5,000 calls a second).',
  ],
};
