import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import type { FailoverSmsConfig } from './failover-sms.config.js';
import { InstanceSelector } from './instance-selector.js';

const THREE = ['a', 'b', 'c'];

function selectorOf(config: Partial<FailoverSmsConfig> = {}) {
  const revisions = new Map<string, number>();
  const selector = new InstanceSelector(
    { instances: THREE, ...config },
    {
      get: (name) => {
        throw new Error(`${name} is not asked for`);
      },
      revision: (name) => revisions.get(name) ?? 0,
    },
  );
  return { selector, replace: (name: string) => revisions.set(name, 1) };
}

/** Which instance is the first, so many times. */
const firstOf = (selector: InstanceSelector, times: number) =>
  Array.from({ length: times }, () => selector.order()[0]).join(' ');

const refusal = (retryAfter?: number) =>
  new SmsRejectedException({
    aliyunCode: 'isv.AMOUNT_NOT_ENOUGH',
    aliyunMessage: 'no text given',
    retryAfter,
  });

describe('the order in which instances are asked', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is the one of the configuration', () => {
    const { selector } = selectorOf();
    expect(selector.order()).toEqual(THREE);
    expect(selector.order()).toEqual(THREE);
  });

  it('begins with each in turn, and goes on as they are listed', () => {
    const { selector } = selectorOf({ strategy: 'round-robin' });
    expect([1, 2, 3, 4].map(() => selector.order().join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  });

  it('uses up no turn while there is only one to ask', () => {
    const { selector } = selectorOf({ strategy: 'round-robin' });
    selector.coolDown('b', refusal());
    selector.coolDown('c', refusal());
    expect(firstOf(selector, 2)).toBe('a a');
    selector.succeeded('b');
    selector.succeeded('c');
    expect(firstOf(selector, 3)).toBe('a b c');
  });

  it('mixes by weights, where one without a weight has 1', () => {
    const { selector } = selectorOf({ strategy: 'weights', weights: { b: 3 } });
    expect(firstOf(selector, 10)).toBe('b a b c b b a b c b');
    expect(selector.order()).toHaveLength(3);
  });

  it('takes no weight from what every object has', () => {
    const instances = ['constructor', 'b'];
    const { selector } = selectorOf({ instances, strategy: 'weights', weights: { b: 1 } });
    expect(firstOf(selector, 4)).toBe('constructor b constructor b');
  });

  it('puts an instance that cools down last, for 30 seconds where nothing else is said', () => {
    const { selector } = selectorOf();
    selector.coolDown('a', refusal());
    vi.advanceTimersByTime(29_999);
    expect(selector.order()).toEqual(['b', 'c', 'a']);
    vi.advanceTimersByTime(1);
    expect(selector.order()).toEqual(THREE);
  });

  it('waits as long as the refusal says, longer or shorter than the cooldown', () => {
    const { selector } = selectorOf({ cooldown: 5_000 });
    selector.coolDown('a', refusal(1));
    selector.coolDown('b', refusal(7));
    vi.advanceTimersByTime(999);
    expect(selector.order()).toEqual(['c', 'a', 'b']);
    vi.advanceTimersByTime(1);
    expect(selector.order()).toEqual(['a', 'c', 'b']);
    vi.advanceTimersByTime(6_000);
    expect(selector.order()).toEqual(THREE);
  });

  it('asks first the one that is ready soonest, where all cool down', () => {
    const { selector } = selectorOf();
    selector.coolDown('a', refusal(30));
    selector.coolDown('b', refusal(10));
    selector.coolDown('c', refusal(20));
    expect(selector.order()).toEqual(['b', 'c', 'a']);
  });

  it('takes an instance back as soon as it has sent', () => {
    const { selector } = selectorOf();
    selector.coolDown('a', refusal());
    selector.succeeded('a');
    expect(selector.order()).toEqual(THREE);
  });

  it('does not hold a cooldown against another instance under the same name', () => {
    const { selector, replace } = selectorOf();
    selector.coolDown('a', refusal());
    replace('a');
    expect(selector.order()).toEqual(THREE);
  });

  it('mixes those that are ready only', () => {
    const { selector } = selectorOf({ strategy: 'weights' });
    selector.coolDown('b', refusal());
    expect(firstOf(selector, 4)).toBe('a c a c');
    selector.coolDown('c', refusal());
    expect(selector.order()).toEqual(['a', 'b', 'c']);
  });
});
