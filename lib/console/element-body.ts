import { assertRequest, objectBody } from './console-http.js';

/** Reads what a change of an instance sends. Its options are not checked yet. */
export function elementBody(body: unknown) {
  const { name, title, type, config = {} } = objectBody(body);
  const assertText = (field: string, value: unknown) =>
    assertRequest(typeof value === 'string', 'body-property', `${field} must be a string`, {
      field,
      expected: 'text',
    });
  assertText('name', name);
  if (title !== undefined) assertText('title', title);
  assertText('type', type);
  return {
    name: String(name),
    title: String(title ?? '').trim() || String(name),
    type: String(type),
    config: objectBody(config),
  };
}
