import { GATEWAY_ENTRIES } from './gateway.entries.js';
import type { CatalogueEntry } from './sms-error-description.interface.js';

/** A family of codes, which the gateway forms from the name of a parameter or of a limit. */
interface CodePattern {
  pattern: RegExp;
  entry: (match: RegExpExecArray) => CatalogueEntry;
}

const FLOW_CONTROL: CatalogueEntry = {
  cause: 'quota',
  zh: ['触发流控（旧版错误码）', '等待该流控的时间窗口过去后再发。'],
  en: ['Flow control, in its older spelling.', 'Send again when its window has passed.'],
};

const INVALID_CREDENTIALS: CatalogueEntry = {
  cause: 'configuration',
  zh: ['访问凭证无效', '在 RAM 控制台核对 AccessKey（及 STS 令牌）是否存在、启用且未过期。'],
  en: [
    'The credentials are not valid.',
    'Check in the RAM console that the key (and STS token) exists, is enabled and has not expired.',
  ],
};

const CARRIER_ERROR: CatalogueEntry = {
  cause: 'platform',
  zh: [
    '运营商返回失败，原因未知',
    '先请收件人确认是否收到；多次失败时凭该错误码向阿里云提交工单。',
  ],
  en: [
    'The carrier reports a failure of unknown reason.',
    'Ask the recipient whether it arrived; if it fails repeatedly, open a ticket with Aliyun that names this code.',
  ],
};

// First words with which the gateway says that it refused a call before anything was executed.
const REFUSAL =
  /^(?:Invalid|Missing|Illegal|Unsupported|Forbidden|NoPermission|Signature|Throttling)(?![a-z])/;
// Words that take the proof away: something failed while it was executed, or it had been executed before.
const DOUBT =
  /time-?out|timed-?out|unavailable|internal|unknown-?error|response|busy|nonce|duplicat|repeat/i;

/** Whether the name of a code alone proves that the gateway executed nothing. */
export function isGatewayRefusal(code: string): boolean {
  return REFUSAL.test(code) && !isDoubtful(code);
}

/** Whether a code says by a word of it that the call may have been executed. */
export function isDoubtful(code: string): boolean {
  return DOUBT.test(code) && !code.startsWith('Throttling');
}

/** The first match counts, so narrow families come before wide ones. */
export const CODE_PATTERNS: readonly CodePattern[] = [
  { pattern: /^Throttling(?![a-z])/, entry: () => GATEWAY_ENTRIES.Throttling },
  { pattern: /^VALVE:/, entry: () => FLOW_CONTROL },
  {
    pattern: /^(?:InvalidAction|InvalidApi)\b/,
    entry: () => GATEWAY_ENTRIES['InvalidAction.NotFound'],
  },
  {
    pattern: /^Invalid(?:AccessKeyId|SecurityToken|Credentials?)\b/,
    entry: () => INVALID_CREDENTIALS,
  },
  { pattern: /^Missing([A-Z][A-Za-z]{0,39})$/, entry: ([, name = '']) => missingParameter(name) },
  {
    pattern: /^Invalid([A-Z][A-Za-z]{0,39})(?:\.[A-Za-z]{1,40})*$/,
    entry: ([, name = '']) => invalidParameter(name),
  },
  // Status codes of the carriers' protocols CMPP, SMGP and SGIP: two letters, four digits.
  { pattern: /^[A-Z]{2}:\d{4}$/, entry: () => CARRIER_ERROR },
];

function missingParameter(name: string): CatalogueEntry {
  return {
    cause: 'parameter',
    zh: [`缺少必填参数 ${name}`, `调用时传入 ${name}。`],
    en: [`The parameter ${name} is missing.`, `Pass ${name} with the call.`],
  };
}

function invalidParameter(name: string): CatalogueEntry {
  return {
    cause: 'parameter',
    zh: [`参数 ${name} 无效`, `对照接口文档检查 ${name} 的格式和取值。`],
    en: [
      `The parameter ${name} is not valid.`,
      `Compare form and value of ${name} with the API page of the operation.`,
    ],
  };
}

const UNKNOWN_REFUSAL: CatalogueEntry = {
  cause: 'unknown',
  repeat: 'no',
  zh: [
    '阿里云拒绝了请求，原因未收录',
    '在阿里云错误码文档（document_detail/101346）中查找该错误码，改正后再发送。',
  ],
  en: [
    'Aliyun refused the call for a reason that is not in this catalogue.',
    "Look the code up in Aliyun's list of error codes (document_detail/101346) and mend its cause before sending again.",
  ],
};

const UNKNOWN_PLATFORM_ERROR: CatalogueEntry = {
  cause: 'platform',
  zh: ['阿里云平台错误，短信可能已发出', '先用 QuerySendDetails 按 OutId 查询，确认未发出再重发。'],
  en: [
    'Aliyun had a fault of its own; the message may have gone out.',
    'Look it up by OutId with QuerySendDetails, and send again only if it is not there.',
  ],
};

const UNKNOWN_CODE: CatalogueEntry = {
  cause: 'unknown',
  zh: [
    '未知错误码，短信可能已发出',
    '先用 QuerySendDetails 按 OutId 查询短信状态，再凭该错误码和 RequestId 向阿里云提交工单。',
  ],
  en: [
    'Unknown code; the message may have gone out.',
    'Look the message up by OutId with QuerySendDetails, then ask Aliyun in a ticket with this code and the RequestId.',
  ],
};

/**
 * Describes a code that no table and no pattern knows. Its beginning still tells something: Aliyun
 * begins refusals of the caller's input with `isv.`, errors of its own with `isp.`, and the gateway
 * begins refusals with words such as `Illegal`.
 */
export function unknownEntry(code: string): CatalogueEntry {
  if (code.startsWith('isv.') || isGatewayRefusal(code)) return UNKNOWN_REFUSAL;
  if (code.startsWith('isp.')) return UNKNOWN_PLATFORM_ERROR;
  return UNKNOWN_CODE;
}
