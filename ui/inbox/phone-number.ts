/** `139 0000 1234`; others with a plus. */
export function formatPhone(number: string): string {
  const home = /^(1\d\d)(\d{4})(\d{4})$/.exec(number);
  if (home) return home.slice(1).join(' ');
  return number.startsWith('+') ? number : `+${number}`;
}
