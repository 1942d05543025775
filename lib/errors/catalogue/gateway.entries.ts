import type { CatalogueEntry } from './sms-error-description.interface.js';

const NO_SUCH_OPERATION: CatalogueEntry = {
  cause: 'configuration',
  actor: 'developer',
  zh: ['接口不存在', '检查接口名和版本 2017-05-25，并确认接入地址是 dysmsapi.aliyuncs.com。'],
  en: [
    'There is no such operation.',
    'Check its name and the version 2017-05-25, and that the endpoint is dysmsapi.aliyuncs.com.',
  ],
};

const UNAVAILABLE: CatalogueEntry = {
  cause: 'platform',
  zh: [
    '阿里云服务暂时不可用，短信可能已发出',
    '先用 QuerySendDetails 按 OutId 查询，确认未发出再重发。',
  ],
  en: [
    'Aliyun is temporarily unavailable; the message may have gone out.',
    'Look it up by OutId with QuerySendDetails, and send again only if it is not there.',
  ],
};

const NO_PERMISSION: CatalogueEntry = {
  cause: 'configuration',
  zh: [
    '没有调用该接口的权限',
    '在 RAM 控制台为该用户或角色授予 AliyunDysmsFullAccess，或所调用接口的自定义策略。',
  ],
  en: [
    'The key is not permitted to call this operation.',
    'In the RAM console grant its user or role AliyunDysmsFullAccess, or a policy with the called operation.',
  ],
};

const INVALID_TOKEN: CatalogueEntry = {
  cause: 'configuration',
  zh: [
    'STS 令牌无效',
    '把同一次 AssumeRole 返回的 AccessKeyId、AccessKeySecret 和 SecurityToken 一起更新。',
  ],
  en: [
    'The STS token is not valid.',
    'Use key id, key secret and token of one and the same AssumeRole answer.',
  ],
};

const TOO_MANY_CALLS: CatalogueEntry = {
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

const CLOCK_OFF: CatalogueEntry = {
  cause: 'configuration',
  actor: 'developer',
  zh: ['请求时间缺失或与阿里云相差过大', '用 NTP 校准服务器时钟，并确认代理未改写请求头。'],
  en: [
    'The time of the request is missing, or too far off.',
    "Set the machine's clock by NTP, and check that no proxy changes the headers.",
  ],
};

/**
 * Refusals of the API gateway, which stands before the SMS service: request signature,
 * credentials, permissions, throttling. Codes that the gateway forms from the name of a parameter
 * are in `code-patterns.ts`.
 *
 * Source: https://developer.aliyun.com/ask/278265
 */
export const GATEWAY_ENTRIES = {
  SignatureDoesNotMatch: {
    cause: 'configuration',
    actor: 'developer',
    zh: [
      '请求签名不匹配',
      '检查 AccessKey Secret 是否完整、首尾有无空格；经代理访问时，确认代理没有改写主机名和参数。',
    ],
    en: [
      'The request signature does not match.',
      'Check that the key secret is complete and without spaces at its ends, and that no proxy changes host or parameters.',
    ],
  },
  IncompleteSignature: {
    cause: 'configuration',
    actor: 'developer',
    zh: ['请求签名不完整', '确认 Authorization 请求头未被代理或网关删改。'],
    en: [
      'The request signature is incomplete.',
      'Check that no proxy or gateway removes or changes the Authorization header.',
    ],
  },
  'InvalidAccessKeyId.NotFound': {
    cause: 'configuration',
    zh: ['AccessKey ID 不存在', '在 RAM 控制台核对 AccessKey ID；已删除的，创建新的并更新配置。'],
    en: [
      'The key id does not exist.',
      'Compare it with the RAM console; if it was deleted, create a new key and configure that.',
    ],
  },
  'InvalidAccessKeyId.Inactive': {
    cause: 'configuration',
    zh: ['AccessKey 已被禁用', '在 RAM 控制台启用该 AccessKey，或换用启用中的。'],
    en: ['The key is disabled.', 'Enable it in the RAM console, or configure another key.'],
  },
  'InvalidSecurityToken.Expired': {
    cause: 'configuration',
    actor: 'developer',
    zh: ['STS 令牌已过期', '重新获取临时凭证；建议改用 credential 选项，由凭证提供方自动刷新。'],
    en: [
      'The STS token has expired.',
      'Fetch new temporary credentials; better, pass a credential provider, which renews them by itself.',
    ],
  },
  'InvalidSecurityToken.Malformed': INVALID_TOKEN,
  'InvalidSecurityToken.MismatchWithAccessKey': INVALID_TOKEN,
  IllegalTimestamp: CLOCK_OFF,
  InvalidTimeStamp: CLOCK_OFF,
  'InvalidTimeStamp.Expired': {
    cause: 'configuration',
    actor: 'developer',
    zh: ['请求时间与阿里云相差超过 15 分钟', '用 NTP 校准服务器时钟。'],
    en: ['The time of the request is more than 15 minutes off.', "Set the machine's clock by NTP."],
  },
  'InvalidTimeStamp.Format': {
    cause: 'configuration',
    actor: 'developer',
    zh: ['请求时间的格式不正确', '时间须为 UTC 的 yyyy-MM-ddTHH:mm:ssZ；确认代理未改写请求头。'],
    en: [
      'The time of the request is badly formed.',
      'It must be UTC as yyyy-MM-ddTHH:mm:ssZ; check that no proxy changes the headers.',
    ],
  },
  SignatureNonceUsed: {
    cause: 'platform',
    actor: 'developer',
    zh: [
      '请求的随机数已被使用，前一次请求可能已执行',
      '先用 QuerySendDetails 查询短信是否已发出，并检查代理是否重放了请求。',
    ],
    en: [
      'The nonce was used before: the first request may have been executed.',
      'Look the message up with QuerySendDetails, and check whether a proxy replays requests.',
    ],
  },
  InvalidSignatureMethod: {
    cause: 'configuration',
    actor: 'developer',
    zh: ['不支持的签名算法', '使用 ACS3-HMAC-SHA256，并确认接入地址是阿里云短信服务。'],
    en: [
      'The signature method is not supported.',
      'Use ACS3-HMAC-SHA256, and check that the endpoint is that of Aliyun SMS.',
    ],
  },
  MissingParameter: {
    cause: 'parameter',
    zh: ['缺少必填参数', '查看阿里云返回的说明，补上其中所述的参数；并确认代理未删改请求。'],
    en: [
      'A parameter is missing.',
      "Pass the parameter that Aliyun's text names, and check that no proxy changes the request.",
    ],
  },
  InvalidParameter: {
    cause: 'parameter',
    zh: ['某个参数无效', '查看阿里云返回的说明，对照接口文档检查其中所述参数的格式和取值。'],
    en: [
      'A parameter is not valid.',
      "Compare the parameter that Aliyun's text names with the API page of the operation.",
    ],
  },
  'InvalidProtocol.NeedSsl': {
    cause: 'configuration',
    actor: 'developer',
    zh: ['必须使用 HTTPS', 'endpoint 使用 https；经代理访问时，确认代理以 HTTPS 转发。'],
    en: [
      'The call has to come over https.',
      'Give an https endpoint, and check that a proxy in between speaks https to Aliyun too.',
    ],
  },
  InvalidVersion: {
    cause: 'configuration',
    actor: 'developer',
    zh: ['接口版本不正确', '版本须为 2017-05-25；确认接入地址是 dysmsapi.aliyuncs.com。'],
    en: [
      'The version is not valid.',
      'It must be 2017-05-25; check that the endpoint is dysmsapi.aliyuncs.com.',
    ],
  },
  'InvalidAction.NotFound': NO_SUCH_OPERATION,
  'InvalidApi.NotFound': NO_SUCH_OPERATION,
  UnsupportedHTTPMethod: {
    cause: 'configuration',
    actor: 'developer',
    zh: ['不支持的 HTTP 方法', '使用 POST，并确认代理没有改写请求方法。'],
    en: ['The HTTP method is not supported.', 'Use POST, and check that no proxy changes it.'],
  },
  NoPermission: NO_PERMISSION,
  Forbidden: NO_PERMISSION,
  'Forbidden.RAM': NO_PERMISSION,
  'Forbidden.RiskControl': {
    cause: 'account',
    zh: ['账号触发阿里云风控', '登录阿里云控制台查看风控通知，并按提示核实或提交工单。'],
    en: [
      "Aliyun's risk control blocks the account.",
      'Read the notice in the Aliyun console and follow it, or open a ticket.',
    ],
  },
  InsufficientBalance: {
    cause: 'account',
    zh: ['账户余额不足', '在阿里云费用中心充值，或购买国内短信套餐包。'],
    en: [
      'The balance of the account does not suffice.',
      "Top up in Aliyun's Expenses centre or buy a message package.",
    ],
  },
  Throttling: TOO_MANY_CALLS,
  'Throttling.User': TOO_MANY_CALLS,
  'Throttling.Api': TOO_MANY_CALLS,
  ServiceUnavailable: UNAVAILABLE,
  InternalError: UNAVAILABLE,
  ServiceUnavailableTemporary: UNAVAILABLE,
} satisfies Record<string, CatalogueEntry>;
