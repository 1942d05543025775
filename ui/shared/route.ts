import { signal } from '@preact/signals';

/** What the address says behind `#`: `#/to/13900001234?q=code` has the path `['to', '13900001234']`. */
export interface Route {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

export const route = signal<Route>({ path: [], query: {} });

export function startRoute(): void {
  const read = () => {
    route.value = parseRoute(location.hash);
  };
  read();
  addEventListener('popstate', read);
  addEventListener('hashchange', read);
}

/** Goes to another address; with `replace` the browser's Back does not come back to this one. */
export function navigate(to: Route, { replace = false } = {}): void {
  const hash = formatRoute(to);
  if (hash === formatRoute(route.value)) return;
  if (replace) history.replaceState(history.state, '', hash);
  else history.pushState(null, '', hash);
  route.value = to;
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  return {
    path: path.split('/').filter(Boolean).map(decode),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function formatRoute({ path, query }: Route): string {
  const search = new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== ''),
  ).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
