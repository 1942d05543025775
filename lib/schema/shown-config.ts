import type { ConfigFormField } from './config-form.js';

/** A configuration as it may be shown to anybody: secrets by name only, keys masked. */
export interface ShownConfig {
  values: Record<string, unknown>;
  /** Names of the secrets that have a value. */
  secrets: string[];
}

/** What of a configuration its form may show; what the form does not have is left out. */
export function shownConfig(form: readonly ConfigFormField[], config: object): ShownConfig {
  const given = config as Record<string, unknown>;
  const shown: ShownConfig = { values: {}, secrets: [] };
  for (const { name, kind } of form) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined) continue;
    if (isPlaceholder(value)) shown.values[name] = value;
    else if (kind === 'secret') shown.secrets.push(name);
    else if (kind === 'key') shown.values[name] = maskKey(value);
    else if (isPlain(value)) shown.values[name] = value;
  }
  return shown;
}

/** `${NAME}` names a variable of the environment: there is nothing to hide. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && /^\$\{[\w.-]+\}$/.test(value);
}

/** Enough to tell one key from another. */
export function maskKey(value: unknown): string {
  const text = String(value);
  return text.length < 12 ? '****' : `${text.slice(0, 6)}****${text.slice(-4)}`;
}

// A store of limits or a certificate as a buffer is nothing that a page could show.
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isPlain);
}
