import { describe, expect, it } from 'vitest';
import { maskEchoes } from './mask-echoes.js';

const hide = (text: string, value: string) => maskEchoes(text, [value], '***');

describe('maskEchoes', () => {
  it.each([
    ['upper case', 'ÉTÉ sale', 'ÉTÉ SALE'],
    ['lower case', 'ÉTÉ sale', 'été sale'],
    ['percent-encoded capitals', 'ÉTÉ', encodeURIComponent('ÉTÉ')],
    ['percent-encoded in lower case', '张 三', encodeURIComponent('张 三').toLowerCase()],
    ['percent-encoded three times', '张', '%2525E5%2525BC%2525A0'],
    ['a form', 'a b', 'a+b'],
    ['JSON within JSON', 'a"b\n', JSON.stringify(JSON.stringify('a"b\n')).slice(3, -3)],
    ['JSON in ASCII', '张三', '\\u5F20\\u4e09'],
    ['HTML', `<a>&'"`, '&lt;a&gt;&amp;&#39;&quot;'],
    ['a mixture of these', 'a b"张', 'a%20b\\"\\u5f20'],
  ])('hides a value in %s', (_, value, echo) => {
    expect(hide(`bad (${echo}) given`, value)).toBe('bad (***) given');
  });

  it('hides every echo of a value, and nothing else', () => {
    expect(hide('k7, k8, K7', 'k7')).toBe('***, k8, ***');
  });

  it('hides what there is of an echo that breaks off', () => {
    expect(hide('too long: abcdefghij…', 'abcdefghijklmnop')).toBe('too long: ***…');
  });

  it('hides the longest of values that begin alike, and echoes that overlap as one', () => {
    const values = ['https://x.cn/t/aaa', 'https://x.cn/t/bbb', 'order 12', '12345'];
    expect(maskEchoes('see https://x.cn/t/bbb, order 12345!', values, '***')).toBe('see ***, ***!');
  });

  it.each([
    ['of one letter', 'x'.repeat(64), `${'x'.repeat(63)}y`.repeat(30)],
    ['of backslashes', `${'\\'.repeat(63)}y`, '\\'.repeat(2000)],
    ['of percent signs', `${'%'.repeat(63)}y`, '%25'.repeat(600)],
    ['of Chinese', `${'长'.repeat(63)}y`, '长'.repeat(2000)],
  ])('comes to an end where a value %s is echoed in part', (_, value, text) => {
    const startedAt = performance.now();
    expect(hide(text, value) ?? '').not.toContain(value.slice(0, 8));
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});
