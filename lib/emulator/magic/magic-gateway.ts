import { numbered } from './magic-number.js';

const THROTTLED = 'Request was denied due to user flow control.';

/** 1700000 1xxx: the gateway refuses the call with HTTP 4xx or 5xx. */
export const MAGIC_GATEWAY = numbered(1, [
  {
    title: {
      en: 'Throttling.User (400) twice, then accepted',
      zh: 'Throttling.User（400）两次，之后成功',
    },
    effect: { type: 'gateway', status: 400, code: 'Throttling.User', message: THROTTLED },
    failures: 2,
  },
  {
    title: {
      en: 'Throttling.User (429) with x-acs-retry-after: 1000, always',
      zh: '始终 Throttling.User（429），带 x-acs-retry-after: 1000',
    },
    effect: {
      type: 'gateway',
      status: 429,
      code: 'Throttling.User',
      message: THROTTLED,
      retryAfter: 1_000,
    },
  },
  {
    title: { en: 'Throttling.Api (400), always', zh: '始终 Throttling.Api（400）' },
    effect: {
      type: 'gateway',
      status: 400,
      code: 'Throttling.Api',
      message: 'Request was denied due to api flow control.',
    },
  },
  {
    title: {
      en: 'SignatureDoesNotMatch (400), echoing all parameters',
      zh: 'SignatureDoesNotMatch（400），回显全部参数',
    },
    effect: { type: 'gateway', status: 400, code: 'SignatureDoesNotMatch', echo: true },
  },
  {
    title: {
      en: 'InvalidAccessKeyId.NotFound (404)',
      zh: 'InvalidAccessKeyId.NotFound（404）：AccessKey 不存在',
    },
    effect: {
      type: 'gateway',
      status: 404,
      code: 'InvalidAccessKeyId.NotFound',
      message: 'Specified access key is not found.',
    },
  },
  {
    title: {
      en: 'NoPermission (403) with AccessDeniedDetail',
      zh: 'NoPermission（403），带 AccessDeniedDetail',
    },
    effect: {
      type: 'gateway',
      status: 403,
      code: 'NoPermission',
      message: 'You are not authorized to perform this action.',
      detail: {
        AccessDeniedDetail: { AuthAction: 'dysms:SendSms', NoPermissionType: 'ImplicitDeny' },
      },
    },
  },
  {
    title: {
      en: 'InvalidTimeStamp.Expired (400)',
      zh: 'InvalidTimeStamp.Expired（400）：时钟偏差',
    },
    effect: {
      type: 'gateway',
      status: 400,
      code: 'InvalidTimeStamp.Expired',
      message: 'Specified time stamp or date value is expired.',
    },
  },
  {
    title: {
      en: 'InvalidSecurityToken.Expired (400)',
      zh: 'InvalidSecurityToken.Expired（400）：STS 过期',
    },
    effect: {
      type: 'gateway',
      status: 400,
      code: 'InvalidSecurityToken.Expired',
      message: 'Specified SecurityToken is expired.',
    },
  },
  {
    title: { en: 'InternalError (500), not sent', zh: 'InternalError（500），未发送' },
    effect: {
      type: 'gateway',
      status: 500,
      code: 'InternalError',
      message: 'The request processing has failed due to some unknown error.',
    },
  },
  {
    title: { en: 'InternalError (500), sent all the same', zh: 'InternalError（500），但已发送' },
    effect: {
      type: 'gateway',
      status: 500,
      code: 'InternalError',
      message: 'The request processing has failed due to some unknown error.',
    },
    processed: true,
  },
  {
    title: { en: 'ServiceUnavailable (503)', zh: 'ServiceUnavailable（503）' },
    effect: {
      type: 'gateway',
      status: 503,
      code: 'ServiceUnavailable',
      message: 'The request has failed due to a temporary failure of the server.',
    },
  },
  {
    title: { en: '400 with JSON that has no Code', zh: '400，JSON 中没有 Code' },
    effect: {
      type: 'answer',
      status: 400,
      contentType: 'application/json;charset=utf-8',
      body: '{"RequestId":"00000000-0000-0000-0000-000000000000"}',
    },
  },
  {
    title: { en: '400 with XML', zh: '400，返回 XML' },
    effect: {
      type: 'answer',
      status: 400,
      contentType: 'text/xml;charset=utf-8',
      body: '<?xml version="1.0" encoding="UTF-8"?><Error><RequestId>00000000-0000-0000-0000-000000000000</RequestId><Code>InvalidParameter</Code><Message>in XML</Message></Error>',
    },
  },
]);
