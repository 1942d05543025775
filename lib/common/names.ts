/** Whether two names have the same letters, apart from case, punctuation and one typing mistake. */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  if (a === b) return true;
  const [short, long] = a!.length <= b!.length ? [a!, b!] : [b!, a!];
  if (long.length - short.length > 1 || short.length < 4) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.slice(at);
  return (
    rest === long.slice(at + 1) ||
    rest.slice(1) === long.slice(at + 1) ||
    (rest[0] === long[at + 1] && rest[1] === long[at] && rest.slice(2) === long.slice(at + 2))
  );
}

/** Shows a name that the caller made up, unless it could carry a phone number or a secret. */
export function shownFieldName(name: string): string {
  return /^[\w$-]{1,40}$/.test(name) && !/(\d\D*){5}/.test(name) ? name : '(a name not shown)';
}
