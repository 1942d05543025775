// A name may come from a request of anybody: what is longer is no name of an instance.
const MAX_SHOWN = 64;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Returns the name of an instance, as it was asked for, in a form fit for a text: short, of one line. */
export function shownName(name: unknown): string {
  // A client without types may ask for an object, which may throw where it is made a text.
  if (typeof name !== 'string') return '(no text)';
  const text = name.length > MAX_SHOWN ? `${name.slice(0, MAX_SHOWN)}…` : name;
  return text.replace(UNPRINTABLE, '�');
}
