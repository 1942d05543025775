import { assertRequest, objectBody } from './console-http.js';

/** Reads what a change of an instance sends. Its options are not checked yet. */
export function elementBody(body: unknown) {
  const { title = '', config = {}, ...given } = objectBody(body);
  const name = textOf('name', given['name']);
  const shown = textOf('title', title).trim() || name;
  return { name, title: shown, type: textOf('type', given['type']), config: objectBody(config) };
}

function textOf(field: string, value: unknown): string {
  assertRequest(typeof value === 'string', 'body-property', `${field} must be a string`, {
    field,
    expected: 'text',
  });
  return value;
}
