import { describe, expect, it } from 'vitest';
import * as rule from './failover.rules.js';

const BOTH = { instances: ['main', 'backup'] };

describe('the rules of a failover', () => {
  it('take the names of two instances or more, each once', () => {
    expect(rule.instances(['main', 'backup'], {})).toBeUndefined();
    expect(rule.instances(['a', 'b', 'a'], {})).toMatchObject({
      text: 'must name each instance once',
    });
  });

  it.each([undefined, 'main,backup', [], ['main'], ['main', ''], [' ', 'backup'], ['main', 7]])(
    'take no other instances: %j',
    (instances) => {
      expect(rule.instances(instances, {})).toMatchObject({
        text: expect.stringMatching(/^must be a list of the names of two/) as string,
      });
    },
  );

  it('take a strategy of the list', () => {
    for (const strategy of [undefined, 'order', 'round-robin', 'weights']) {
      expect(rule.strategy(strategy, BOTH)).toBeUndefined();
    }
    for (const strategy of ['', 'random', null, 7]) {
      expect(rule.strategy(strategy, BOTH)).toMatchObject({
        text: 'must be one of order, round-robin, weights',
      });
    }
  });

  it('take weights above 0 for instances that are listed', () => {
    for (const weights of [undefined, {}, { main: 3 }, { main: 0.5, backup: 1 }]) {
      expect(rule.weights(weights, BOTH)).toBeUndefined();
    }
    for (const weights of [
      null,
      [3, 1],
      'main',
      { main: 0 },
      { main: -1 },
      { main: '3' },
      { main: Infinity },
      { main: 3, other: 1 },
    ]) {
      expect(rule.weights(weights, BOTH)).toMatchObject({
        text: expect.stringMatching(/^must be an object with a number above 0/) as string,
      });
    }
    expect(rule.weights({ main: 1 }, { instances: 'main' })).toBeDefined();
  });

  it('take a map of template codes for each instance', () => {
    for (const templates of [undefined, {}, { main: {} }, { main: { SMS_1: 'SMS_2' } }]) {
      expect(rule.templates(templates, BOTH)).toBeUndefined();
    }
    for (const templates of [
      null,
      [],
      'SMS_1',
      { main: 'SMS_1' },
      { main: ['SMS_1'] },
      { main: null },
      { main: { SMS_1: 7 } },
      { main: { SMS_1: 'SMS_2', SMS_3: null } },
    ]) {
      expect(rule.templates(templates, BOTH)).toMatchObject({
        text: expect.stringMatching(/^must be an object with an object/) as string,
      });
    }
  });
});
