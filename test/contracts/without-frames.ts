/**
 * A text without the frames of stacks. They hold line numbers and the folder of the checkout, in which the digits of
 * any code or phone number can turn up. `inspect` puts quotes around the lines of a hidden stack.
 */
export function withoutFrames(text: string): string {
  return text.replace(/^\s*['"`]?\s+at .*$/gm, '');
}
