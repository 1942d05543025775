import type { CatalogueRow } from './catalogue-row.interface.js';
import { ACTION_ROW, CREDENTIAL_ROW, THROTTLING_ROW } from './shared.rows.js';

/** A family of codes: the gateway forms them from the parameter or the scope concerned. */
export interface CodePattern {
  pattern: RegExp;
  row: (match: RegExpExecArray) => CatalogueRow;
}

const FLOW_CONTROL_ROW: CatalogueRow = {
  cause: 'quota',
  zh: ['触发流控（旧版错误码）', '等待该流控的时间窗口过去后再发。'],
  en: ['Flow control, in its older spelling.', 'Send again when its window has passed.'],
};

const CARRIER_FAILURE_ROW: CatalogueRow = {
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

/** The first match counts, so the narrow families stand before the wide ones. */
export const CODE_PATTERNS: readonly CodePattern[] = [
  { pattern: /^Throttling(?![a-z])/, row: () => THROTTLING_ROW },
  { pattern: /^VALVE:/, row: () => FLOW_CONTROL_ROW },
  { pattern: /^(?:InvalidAction|InvalidApi)\b/, row: () => ACTION_ROW },
  { pattern: /^Invalid(?:AccessKeyId|SecurityToken|Credentials?)\b/, row: () => CREDENTIAL_ROW },
  { pattern: /^Missing([A-Z][A-Za-z]{0,39})$/, row: ([, name = '']) => missingRow(name) },
  {
    pattern: /^Invalid([A-Z][A-Za-z]{0,39})(?:\.[A-Za-z]{1,40})*$/,
    row: ([, name = '']) => invalidRow(name),
  },
  // CMPP, SMGP and SGIP status codes: two letters of the system, four digits.
  { pattern: /^[A-Z]{2}:\d{4}$/, row: () => CARRIER_FAILURE_ROW },
];

function missingRow(name: string): CatalogueRow {
  return {
    cause: 'parameter',
    zh: [`缺少必填参数 ${name}`, `调用时传入 ${name}。`],
    en: [`The parameter ${name} is missing.`, `Pass ${name} with the call.`],
  };
}

function invalidRow(name: string): CatalogueRow {
  return {
    cause: 'parameter',
    zh: [`参数 ${name} 无效`, `对照接口文档检查 ${name} 的格式和取值。`],
    en: [
      `The parameter ${name} is not valid.`,
      `Compare form and value of ${name} with the API page of the operation.`,
    ],
  };
}
