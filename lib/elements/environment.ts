/** Container names may contain `.` and `-`. A second `$` in front makes it literal text. */
const PLACEHOLDER = /(\$?)\$\{([A-Za-z_.-][\w.-]*)\}/g;

/**
 * Replaces every `${ENV_NAME}` in texts at any depth; `$${X}` is a literal `${X}`. A variable that is not set or
 * is empty stays as it is, and is listed once. The value of a variable is not searched for placeholders.
 *
 * @example fillFromEnvironment({ accessKey: '${SMS_KEY}' }, process.env)
 */
export function fillFromEnvironment(
  values: Record<string, unknown>,
  env: NodeJS.ProcessEnv,
): { values: Record<string, unknown>; missing: string[] } {
  const missing = new Set<string>();

  function fill(value: unknown): unknown {
    if (typeof value === 'string') return value.replace(PLACEHOLDER, replacement);
    if (Array.isArray(value)) return value.map(fill);
    return typeof value === 'object' && value !== null ? fillAll(value) : value;
  }

  function fillAll(object: object): Record<string, unknown> {
    return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, fill(value)]));
  }

  function replacement(placeholder: string, escape: string, name: string): string {
    if (escape) return placeholder.slice(1);
    // A name such as `constructor` is inherited from Object and is not text.
    const value: unknown = env[name];
    if (typeof value === 'string' && value !== '') return value;
    missing.add(name);
    return placeholder;
  }

  return { values: fillAll(values), missing: [...missing] };
}
