import { assertRequest, objectBody } from './console-http.js';

/** Reads what a change of an instance sends. Its options are not checked yet. */
export function elementBody(body: unknown) {
  const given = objectBody(body);
  const name = textOf('name', given['name']);
  const title = textOf('title', given['title'] ?? '').trim();
  const type = textOf('type', given['type']);
  return { name, title: title || name, type, config: objectBody(given['config'] ?? {}) };
}

function textOf(field: string, value: unknown): string {
  assertRequest(typeof value === 'string', 'body-property', `${field} must be a string`, {
    field,
    expected: 'text',
  });
  return value;
}
