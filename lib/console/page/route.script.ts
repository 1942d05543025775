/** Browser module: what is shown, as the hash keeps it. */
export const ROUTE_SCRIPT = String.raw`
export const VIEWS = ['instances', 'try', 'sends', 'templates'];

export const link = (...parts) => '#/' + parts.filter((part) => part !== null && part !== undefined && part !== '').map(encodeURIComponent).join('/');

export function go(...parts) {
  location.hash = link(...parts);
}

/** Goes without a step in the history: for moving along a list. */
export function slide(...parts) {
  location.replace(link(...parts));
}

export function route() {
  const [view, first = null, second = null, third] = location.hash.replace(/^#\/?/, '').split('/').map(decoded);
  switch (view) {
    case 'new':
      return { view: 'instances', name: null, isNew: true, source: first };
    case 'try':
      return { view, name: first, template: second };
    case 'sends':
      return { view };
    case 'templates':
      return { view, name: first, kind: second === 'signs' ? 'signs' : 'templates', page: Math.max(1, Math.trunc(Number(third)) || 1) };
    default:
      return { view: 'instances', name: view === 'instances' ? first : null, isNew: false };
  }
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
`;
