import type { ConfigFieldOptions } from '../schema/config-field.decorator.js';
import type { RetryOptions } from './retry.js';

const OPTIONS = {
  attempts: {
    kind: 'number',
    title: { en: 'Requests in all', zh: '总请求次数' },
    default: 3,
    min: 1,
  },
  baseDelay: {
    kind: 'number',
    title: { en: 'First pause up to (ms)', zh: '首次等待上限（毫秒）' },
    default: 100,
    min: 1,
  },
  maxDelay: {
    kind: 'number',
    title: { en: 'Longest pause (ms)', zh: '最长等待（毫秒）' },
    default: 2_000,
    min: 1,
  },
} satisfies Record<keyof RetryOptions, ConfigFieldOptions>;

/** The form of the option `retry`. */
export const RETRY_FORM = {
  kind: 'choice',
  alternatives: [
    { title: { en: 'One attempt only', zh: '不重试' }, constant: false },
    {
      title: { en: 'Repeat', zh: '重试' },
      field: { kind: 'group', fields: OPTIONS },
    },
  ],
} satisfies ConfigFieldOptions;
