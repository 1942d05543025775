import type { LocalizedText } from '../common/localized-text.wire.js';
import { describeSmsError } from './catalogue/index.js';
import type { Language } from './preferred-language.js';
import { SmsErrorCode } from './sms-error-code.enum.js';
import type { SmsException } from './sms.exception.js';

/** What a person outside is told of an exception. */
type PublicKind =
  | 'invalid'
  | 'flow-control'
  | 'recipient'
  | 'content'
  /** Whatever the operator has to see to: money, keys, configuration, network. One text, so that none of it shows. */
  | 'unavailable'
  | 'unknown-instance'
  | 'unknown-outcome';

const TEXTS = {
  invalid: {
    zh: '短信没有发出：提交的内容有误，请检查后再试。',
    en: 'The message was not sent: something in the request is not valid. Please check it and try again.',
  },
  'flow-control': {
    zh: '短信发送过于频繁，请稍后再试。',
    en: 'Too many messages were sent. Please try again later.',
  },
  recipient: {
    zh: '该手机号无法接收这条短信，请核对号码或换一个号码。',
    en: 'This phone number cannot receive the message. Please check it or use another one.',
  },
  content: {
    zh: '短信没有发出：内容不符合要求，请修改后再试。',
    en: 'The message was not sent: its content is not accepted. Please change it and try again.',
  },
  unavailable: {
    zh: '暂时无法发送短信，请稍后再试。',
    en: 'Messages cannot be sent at the moment. Please try again later.',
  },
  'unknown-instance': {
    zh: '没有找到所请求的短信服务。',
    en: 'The requested SMS service does not exist.',
  },
  'unknown-outcome': {
    zh: '短信可能已经发出，请先留意手机；几分钟后仍未收到再重试。',
    en: 'The message may have been sent. Please try again only if it does not arrive within some minutes.',
  },
} satisfies Record<PublicKind, LocalizedText>;

const RETRY_AFTER = {
  zh: (seconds: number) => `短信发送过于频繁，请在 ${seconds} 秒后再试。`,
  en: (seconds: number) => `Too many messages were sent. Please try again in ${seconds} seconds.`,
} satisfies Record<Language, (seconds: number) => string>;

// The catalogue has them as parameters, which the developer has to correct. Here the person who gave the number can.
const NUMBER_CODES: ReadonlySet<string | undefined> = new Set([
  'isv.MOBILE_NUMBER_ILLEGAL',
  'isv.DOMESTIC_NUMBER_NOT_SUPPORTED',
]);

const KINDS = {
  [SmsErrorCode.InvalidParameters]: () => 'invalid',
  [SmsErrorCode.Rejected]: rejectionKind,
  [SmsErrorCode.RequestFailed]: ({ outcome, reason }) => {
    if (outcome === 'unknown') return 'unknown-outcome';
    return reason === 'unknown-instance' ? 'unknown-instance' : 'unavailable';
  },
} satisfies Record<SmsErrorCode, (exception: SmsException) => PublicKind>;

/** Returns a text for the person who asked for the message. It tells nothing that only concerns the operator. */
export function publicText(exception: SmsException, language: Language): string {
  const kind = KINDS[exception.code](exception);
  const { retryAfter } = exception;
  return kind === 'flow-control' && retryAfter !== undefined
    ? RETRY_AFTER[language](Math.ceil(retryAfter))
    : TEXTS[kind][language];
}

function rejectionKind({ aliyunCode, retryAfter }: SmsException): PublicKind {
  if (NUMBER_CODES.has(aliyunCode)) return 'recipient';
  const { cause, actor } = describeSmsError(aliyunCode ?? '');
  switch (cause) {
    case 'quota':
      // A limit that only the owner of the account can raise is not the person's concern, unless it ends by itself.
      return actor === 'nobody' || retryAfter !== undefined ? 'flow-control' : 'unavailable';
    case 'recipient':
      return 'recipient';
    case 'content':
    case 'parameter':
      return 'content';
    default:
      return 'unavailable';
  }
}
