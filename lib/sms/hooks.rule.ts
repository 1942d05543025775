import { optional } from '../schema/option.rules.js';

/** Rule of the option `hooks`, for configurations that have it. */
export const hooksRule = optional(
  'an object with onSend and onResult, or an array of these',
  (value) => [value].flat().every((hook) => typeof hook === 'object' && hook !== null),
);
