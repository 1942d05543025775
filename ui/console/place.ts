import { computed } from '@preact/signals';
import { formatRoute, navigate, route, type Route } from '../shared/route.ts';

export const VIEWS = ['instances', 'try', 'sends', 'templates'] as const;

export type View = (typeof VIEWS)[number];
export type ReviewKind = 'templates' | 'signs';

/** What is shown, as the address says it. */
export type Place =
  | { readonly view: 'instances'; readonly isNew: false; readonly name: string | null }
  | { readonly view: 'instances'; readonly isNew: true; readonly source: string | null }
  | { readonly view: 'try'; readonly name: string | null; readonly template: string | null }
  | { readonly view: 'sends' }
  | {
      readonly view: 'templates';
      readonly name: string | null;
      readonly kind: ReviewKind;
      readonly page: number;
    };

export function placeOf({ path }: Route): Place {
  const [view, ...names] = path;
  const [first, second, third] = [names[0] ?? null, names[1] ?? null, names[2]];
  switch (view) {
    case 'new':
      return { view: 'instances', isNew: true, source: first };
    case 'try':
      return { view, name: first, template: second };
    case 'sends':
      return { view };
    case 'templates':
      return {
        view,
        name: first,
        kind: second === 'signs' ? 'signs' : 'templates',
        page: Math.max(1, Math.trunc(Number(third)) || 1),
      };
    default:
      return { view: 'instances', isNew: false, name: view === 'instances' ? first : null };
  }
}

export const place = computed(() => placeOf(route.value));

type Parts = readonly (string | null | undefined)[];

const routeTo = (parts: Parts): Route => ({
  path: parts.filter((part): part is string => !!part),
  query: {},
});

/** The address of a place: `link('try', 'login')` is `#/try/login`. */
export const link = (...parts: Parts): string => formatRoute(routeTo(parts));

export function go(...parts: Parts): void {
  navigate(routeTo(parts));
}

/** Goes without a step in the history: for moving along a list. */
export function slide(...parts: Parts): void {
  navigate(routeTo(parts), { replace: true });
}
