import { describe, expect, it } from 'vitest';
import { preferredLanguage } from './preferred-language.js';

describe('preferredLanguage', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh-TW', 'zh'],
    ['zh-Hant-HK', 'zh'],
    ['zh_CN', 'zh'],
    ['ZH', 'zh'],
    ['en', 'en'],
    ['en-GB,en-US;q=0.9', 'en'],
    ['en;q=0.5, zh;q=0.9', 'zh'],
    ['zh;q=0.5,en;q=0.9', 'en'],
    ['en, zh', 'en'],
    ['zh, en', 'zh'],
    ['en ; q = 0.2 , zh ; q = 0.1', 'en'],
    ['en;level=1;q=0.1,zh;q=0.2', 'zh'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['zh-TW;q=0, zh-CN;q=0.3', 'zh'],
  ])('takes the language that is wanted most: %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it.each([
    ['*', 'zh'],
    ['*;q=0.1', 'zh'],
    ['en;q=0.5, *;q=0.8', 'zh'],
    ['en, *', 'en'],
    ['zh;q=0, *', 'en'],
    ['en;q=0, fr, *', 'zh'],
    ['fr, *;q=0.1', 'en'],
  ])('lets * stand for what is not named: %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it('answers in English where only other languages are named', () => {
    expect(preferredLanguage('de-DE')).toBe('en');
    expect(preferredLanguage('ja,ko;q=0.9')).toBe('en');
    expect(preferredLanguage('zh;q=0')).toBe('en');
  });

  it.each([undefined, null, 42, ['en'], '', ' ', ',,;', ';q=1', '!!!', 'en;q=x', 'q=1', '\0'])(
    'answers in Chinese where nothing can be read: %j',
    (header) => {
      expect(preferredLanguage(header)).toBe('zh');
    },
  );

  it('reads the beginning of a header without end', () => {
    const startedAt = performance.now();
    expect(preferredLanguage(`en,${'fr;q=0.1,'.repeat(1_000_000)}`)).toBe('en');
    expect(preferredLanguage('-'.repeat(10_000_000))).toBe('zh');
    expect(preferredLanguage(`a${'-a'.repeat(5_000_000)}`)).toBe('zh');
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});
