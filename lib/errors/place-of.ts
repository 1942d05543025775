/** File and line where an error was thrown. Its text may hold anything, so its place alone is told. */
export function placeOf({ stack = '' }: Error): string | undefined {
  return /\n\s+at .*?([\w.-]+:\d+):\d+\)?$/m.exec(stack)?.[1];
}
