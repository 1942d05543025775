/** Browser module: lists whose unchanged elements stay, with their focus and what is open in them. */
export const KEYED_SCRIPT = String.raw`
const versions = new WeakMap();

/** Fills a place with one element per item; build(item, old) makes those that are new or have changed. */
export function keyed(place, items, { key, version, build }) {
  const before = new Map([...place.children].map((element) => [element.dataset.key, element]));
  const elements = items.map((item) => {
    const old = before.get(key(item));
    if (old && versions.get(old) === version(item)) return old;
    const element = build(item, old);
    element.dataset.key = key(item);
    versions.set(element, version(item));
    return element;
  });
  const isSame = elements.length === place.childElementCount && elements.every((element, i) => place.children[i] === element);
  if (!isSame) keepingFocus(place, () => place.replaceChildren(...elements));
}

/** Builds a place anew; the field or row that had the focus has it again. */
export function keepingFocus(place, build) {
  const active = place.contains(document.activeElement) ? document.activeElement : null;
  const id = active?.id;
  const row = active?.closest('[data-key]')?.dataset.key;
  const selection = active && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
  const top = place.scrollTop;
  build();
  place.scrollTop = top;
  if (!active || document.activeElement === active) return;
  const inRow = row === undefined ? null : place.querySelector('[data-key="' + CSS.escape(row) + '"]');
  const next = (id && document.getElementById(id)) || inRow?.querySelector('a, button, summary');
  next?.focus({ preventScroll: true });
  if (next && selection && selection[0] !== null && 'setSelectionRange' in next) next.setSelectionRange(...selection);
}
`;
