import { isNestedDeeper } from '../common/nesting.js';
import { isPlaceholder } from '../common/placeholder.js';
import type { ConfigFormField } from './config-form.wire.js';

/** A configuration that is safe to show: secrets by name only, keys masked. */
export interface MaskedConfig {
  values: Record<string, unknown>;
  /** Names of the secrets that have a value. */
  secrets: string[];
}

/** Masks a configuration by its form. Options that the form does not have are left out. */
export function maskConfig(form: readonly ConfigFormField[], config: object): MaskedConfig {
  const given = config as Record<string, unknown>;
  const masked: MaskedConfig = { values: {}, secrets: [] };
  for (const { name, kind } of form) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined) continue;
    if (isPlaceholder(value)) masked.values[name] = value;
    else if (kind === 'secret') masked.secrets.push(name);
    else if (kind === 'key') masked.values[name] = maskKey(value);
    else if (isPlain(value)) masked.values[name] = value;
  }
  return masked;
}

/** Keeps as much of a key as is needed to tell it from another. */
function maskKey(value: unknown): string {
  const text = String(value);
  return text.length < 12 ? '****' : `${text.slice(0, 6)}****${text.slice(-4)}`;
}

const MAX_DEPTH = 20;

// A page cannot show other objects, such as a limit store or a certificate in a buffer, nor one that holds itself.
function isPlain(value: unknown): boolean {
  return !isNestedDeeper(value, MAX_DEPTH) && holdsPlainValues(value);
}

function holdsPlainValues(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(holdsPlainValues);
}
