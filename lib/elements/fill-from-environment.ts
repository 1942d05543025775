/** Names as containers allow them: `.` and `-` too. One more `$` in front makes it a literal text. */
const PLACE = /(\$?)\$\{([A-Za-z_.-][\w.-]*)\}/g;

/**
 * Replaces every `${ENV_NAME}` in texts at any depth; `$${X}` is a literal `${X}`. A name that is not set, or
 * empty, is left as it is and listed once. What a variable holds is taken as it is, placeholders and all.
 *
 * @example fillFromEnvironment({ accessKey: '${SMS_KEY}' }, process.env)
 */
export function fillFromEnvironment(
  values: Record<string, unknown>,
  env: NodeJS.ProcessEnv,
): { values: Record<string, unknown>; missing: string[] } {
  const missing = new Set<string>();

  function fill(value: unknown): unknown {
    if (typeof value === 'string') return value.replace(PLACE, replacement);
    if (Array.isArray(value)) return value.map(fill);
    return typeof value === 'object' && value !== null ? fillAll(value) : value;
  }

  function fillAll(object: object): Record<string, unknown> {
    return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, fill(value)]));
  }

  function replacement(place: string, escaped: string, name: string): string {
    if (escaped) return place.slice(1);
    // Names such as `constructor` are there by inheritance, and no text.
    const value: unknown = env[name];
    if (typeof value === 'string' && value !== '') return value;
    missing.add(name);
    return place;
  }

  return { values: fillAll(values), missing: [...missing] };
}
