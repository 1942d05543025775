import { stringify } from 'node:querystring';

/**
 * Returns the body exactly as Aliyun's SDK writes it, because its hash is signed: arrays and objects
 * are flattened to `Name.1.field`, and null and undefined are left out.
 */
export function formBody(form: Readonly<Record<string, unknown>>): string {
  const flat: Record<string, string> = {};
  flatten(flat, form, '');
  return stringify(flat);
}

function flatten(target: Record<string, string>, value: unknown, name: string): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => flatten(target, item, join(name, String(index + 1))));
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) flatten(target, item, join(name, key));
  } else {
    target[name] = String(value as string | number | boolean);
  }
}

function join(name: string, key: string): string {
  return name ? `${name}.${key}` : key;
}
