import { describe, expect, it } from 'vitest';
import { coalesce } from './coalesce.ts';
import { plural } from './i18n.ts';
import { stepOf } from './list-keys.ts';
import { nextTheme, type Theme } from './theme.ts';

describe('What the pages share', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['PageDown', 3, 9],
    ['ArrowRight', 3, undefined],
    ['a', 3, undefined],
  ])('%s in a list leads from %d to %s', (key, from, to) => {
    expect(stepOf(key, from, 10)).toBe(to);
  });

  it('leads nowhere in an empty list', () => {
    expect(stepOf('Home', 0, 0)).toBeUndefined();
  });

  it.each([
    [true, ['light', 'dark', 'system']],
    [false, ['dark', 'light', 'system']],
  ])(
    'the theme changes at the first step, and follows the system again (dark: %s)',
    (isDark, steps) => {
      let theme: Theme = 'system';
      expect(steps.map(() => (theme = nextTheme(theme, isDark)))).toEqual(steps);
    },
  );

  it('counts in English', () => {
    expect([0, 1, 2, 12_345].map((n) => plural(n, 'part', 'parts'))).toEqual([
      '0 parts',
      '1 part',
      '2 parts',
      '12,345 parts',
    ]);
  });

  it('asks once more after calls that came while it was asked', async () => {
    const waiting: (() => void)[] = [];
    let runs = 0;
    const run = coalesce(() => {
      runs++;
      return new Promise<void>((resolve) => waiting.push(resolve));
    });
    const done = run();
    void run();
    void run();
    expect(runs).toBe(1);
    waiting.shift()!();
    await Promise.resolve();
    expect(runs).toBe(2);
    waiting.shift()!();
    await done;
    expect(runs).toBe(2);
  });
});
