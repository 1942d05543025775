/** An answer as XML, for callers of the older signature that ask for `Format=XML`. */
export function toXml(root: string, value: object): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${element(root, value)}`;
}

function element(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((each) => element(name, each)).join('');
  const inner =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([key, each]) => element(key, each))
          .join('')
      : escape(String(value as string | number | boolean));
  return `<${name}>${inner}</${name}>`;
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (char) =>
    char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;',
  );
}
