import { instanceNameIssue, instanceNameReason, nameIssueValues } from '../common/instance-name.js';
import { violation } from '../errors/violation.js';
import type { Rule } from '../schema/validate-with.decorator.js';

export const FAILOVER_STRATEGIES = ['order', 'round-robin', 'weights'] as const;

/** How a failover chooses the instance that it asks first. */
export type FailoverStrategy = (typeof FAILOVER_STRATEGIES)[number];

export const instances: Rule = (value) => {
  const isList = Array.isArray(value) && value.length > 1;
  if (!isList || !value.every((name) => typeof name === 'string' && name.trim() !== '')) {
    return violation('instances', 'must be a list of the names of two or more instances', {
      min: 2,
    });
  }
  const bad: unknown = value.find((name) => instanceNameReason(name) !== undefined);
  const reason = instanceNameReason(bad);
  if (bad !== undefined && reason) {
    const text = `has a name that cannot be used, ${instanceNameIssue(bad)}`;
    return violation('instance-name', text, nameIssueValues(reason));
  }
  return new Set(value).size === value.length
    ? undefined
    : violation('instances-once', 'must name each instance once');
};

export const strategy: Rule = (value) =>
  value === undefined || (FAILOVER_STRATEGIES as readonly unknown[]).includes(value)
    ? undefined
    : violation('one-of', `must be one of ${FAILOVER_STRATEGIES.join(', ')}`, {
        allowed: FAILOVER_STRATEGIES,
      });

export const weights: Rule = (value, config) => {
  if (value === undefined) return undefined;
  const names = (config as { instances?: unknown }).instances;
  const isMap =
    isObject(value) &&
    Object.entries(value).every(
      ([name, weight]) =>
        Array.isArray(names) && names.includes(name) && Number.isFinite(weight) && weight > 0,
    );
  return isMap
    ? undefined
    : violation('weights', 'must be an object with a number above 0 for names of instances');
};

export const templates: Rule = (value) => {
  if (value === undefined) return undefined;
  const isMap =
    isObject(value) &&
    Object.values(value).every(
      (codes) => isObject(codes) && Object.values(codes).every((code) => typeof code === 'string'),
    );
  return isMap
    ? undefined
    : violation(
        'template-codes',
        'must be an object with an object of template codes for each instance',
      );
};

function isObject(value: unknown): value is Record<string, unknown> & Record<string, number> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
