/** Whether a value is `${NAME}`, which names a variable of the environment: there is nothing to hide. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && /^\$\{[\w.-]+\}$/.test(value);
}
