// Container names may contain `.` and `-`.
const NAME = '[A-Za-z_.-][\\w.-]*';
const PLACEHOLDER = new RegExp(`^\\$\\{${NAME}\\}$`);

/**
 * Makes the pattern of a `${` in a text, with an optional `$` in front, which makes it literal, and the name of a
 * variable, if one follows. A new one for each use, since a global pattern keeps its place.
 */
export const placeholders = (): RegExp => new RegExp(`(\\$?)\\$\\{(?:(${NAME})\\})?`, 'g');

/** Whether a value is `${NAME}`, which names a variable of the environment: there is nothing to hide. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && PLACEHOLDER.test(value);
}
