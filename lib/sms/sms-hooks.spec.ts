import { describe, expect, it } from 'vitest';
import { hooksRule } from './sms-hooks.js';

describe('the option hooks', () => {
  it.each([undefined, {}, { onSend: () => {} }, [], [{}, { onResult: () => {} }]])(
    'takes objects: %j',
    (hooks) => {
      expect(hooksRule(hooks, {})).toBeUndefined();
    },
  );

  it.each([null, 'onSend', 7, () => {}, [{}, null], [null, {}], [{}, 'onSend']])(
    'refuses everything else: %s',
    (hooks) => {
      expect(hooksRule(hooks, {})).toMatchObject({
        text: expect.stringMatching(/^must be an object with onSend and onResult/) as string,
      });
    },
  );
});
