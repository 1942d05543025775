const MAX_SHOWN = 40;

/** What a terminal or a page shows by itself; the rest could steer it, or turn the text around. */
const UNSHOWN = /[^\p{L}\p{N}\p{P}\p{S} ]/gu;

/** A name of which nothing is known, in a form fit for a log: quoted, escaped and cut. */
export function safeName(name: unknown): string {
  if (typeof name !== 'string') return `(${typeof name})`;
  const cut = Array.from(name.slice(0, 2 * MAX_SHOWN))
    .slice(0, MAX_SHOWN)
    .join('');
  const quoted = JSON.stringify(cut.length < name.length ? `${cut}…` : cut);
  return quoted.replace(UNSHOWN, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
