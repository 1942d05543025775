import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute } from './route.ts';

describe('The address behind #', () => {
  it.each([
    ['', { path: [], query: {} }],
    ['#/', { path: [], query: {} }],
    ['#/to/13900001234', { path: ['to', '13900001234'], query: {} }],
    ['#/to/%2B852?q=a%20b', { path: ['to', '+852'], query: { q: 'a b' } }],
    ['#/to/%E0%A4%A', { path: ['to', '%E0%A4%A'], query: {} }],
  ])('is read: %s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('comes back as it was written, whatever is in it', () => {
    const route = { path: ['to', 'a/b?c#d'], query: { q: '50% & more #1' } };
    expect(parseRoute(formatRoute(route))).toEqual(route);
    expect(formatRoute({ path: [], query: { q: '' } })).toBe('#/');
  });
});
