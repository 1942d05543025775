import type { SmsOutcome } from '../index.js';
import { assertRequest } from './console-http.js';
import type { SendsQuery } from './console.wire.js';

const MAX_LIMIT = 200;

const OUTCOMES: Readonly<Record<SmsOutcome, true>> = {
  accepted: true,
  refused: true,
  'not-sent': true,
  unknown: true,
  invalid: true,
};

/** Reads the query of `GET sends`. An empty value is one that was left out. */
export function readSendsQuery(query: Readonly<Record<string, unknown>>): SendsQuery {
  const { outcome, limit } = query;
  const text = (parameter: 'text' | 'instance' | 'template' | 'before') => {
    const value = given(query[parameter]);
    assertRequest(
      value === undefined || typeof value === 'string',
      'query-parameter',
      `${parameter} must be given once`,
      { parameter, expected: 'text' },
    );
    return value === undefined ? {} : { [parameter]: value };
  };
  return {
    ...text('text'),
    ...text('instance'),
    ...text('template'),
    ...text('before'),
    ...(given(outcome) !== undefined && { outcome: outcomeOf(outcome) }),
    ...(given(limit) !== undefined && { limit: limitOf(limit) }),
  };
}

function given(value: unknown): unknown {
  return value === '' ? undefined : value;
}

function outcomeOf(value: unknown): SmsOutcome {
  const names = Object.keys(OUTCOMES);
  assertRequest(isOutcome(value), 'query-parameter', `outcome must be one of ${names.join(', ')}`, {
    parameter: 'outcome',
    expected: 'one-of',
    allowed: names,
  });
  return value;
}

function isOutcome(value: unknown): value is SmsOutcome {
  return typeof value === 'string' && Object.hasOwn(OUTCOMES, value);
}

function limitOf(value: unknown): number {
  const limit = typeof value === 'string' ? Number(value) : Number.NaN;
  assertRequest(
    Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT,
    'query-parameter',
    `limit must be a whole number from 1 to ${MAX_LIMIT}`,
    { parameter: 'limit', expected: 'whole-number', min: 1, max: MAX_LIMIT },
  );
  return limit;
}
