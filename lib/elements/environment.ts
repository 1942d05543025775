import { placeholders } from '../common/placeholder.js';

/** Values with their variables replaced, and what could not be. */
export interface FilledValues {
  values: Record<string, unknown>;
  /** Names of variables that are not set or empty, each once. */
  missing: string[];
  /** Paths of the texts with a `${` that begins no name of a variable, such as `limits.store`. */
  malformed: string[];
}

/**
 * Replaces every `${ENV_NAME}` in texts at any depth; `$${` is a literal `${`. A variable that is not set or is
 * empty stays as it is, and so does a `${` without a name: both are listed. The value of a variable is not
 * searched for placeholders.
 *
 * @example fillFromEnvironment({ accessKey: '${SMS_KEY}' }, process.env)
 */
export function fillFromEnvironment(
  values: Record<string, unknown>,
  env: NodeJS.ProcessEnv,
): FilledValues {
  const missing = new Set<string>();
  const malformed = new Set<string>();

  function fill(value: unknown, path: string): unknown {
    if (typeof value === 'string') {
      return value.replace(placeholders(), (placeholder, escape: string, name?: string) =>
        replacement(placeholder, escape, name, path),
      );
    }
    if (Array.isArray(value)) return value.map((each, i) => fill(each, `${path}[${i}]`));
    return typeof value === 'object' && value !== null ? fillAll(value, `${path}.`) : value;
  }

  function fillAll(object: object, prefix = ''): Record<string, unknown> {
    const entries = Object.entries(object);
    return Object.fromEntries(entries.map(([key, value]) => [key, fill(value, prefix + key)]));
  }

  function replacement(
    placeholder: string,
    escape: string,
    name: string | undefined,
    path: string,
  ): string {
    if (escape) return placeholder.slice(1);
    if (name === undefined) {
      malformed.add(path);
      return placeholder;
    }
    // A name such as `constructor` is inherited from Object and is not text.
    const value: unknown = env[name];
    if (typeof value === 'string' && value !== '') return value;
    missing.add(name);
    return placeholder;
  }

  return { values: fillAll(values), missing: [...missing], malformed: [...malformed] };
}
