import { BadRequestException } from '@nestjs/common';

/** A body that is an object, whatever else is in it. */
export function bodyObject(body: unknown): Record<string, unknown> {
  needs(
    typeof body === 'object' && body !== null && !Array.isArray(body),
    'The body must be a JSON object',
  );
  return body as Record<string, unknown>;
}

/** @throws BadRequestException with the text */
export function needs(condition: boolean, text: string): asserts condition {
  if (!condition) throw new BadRequestException(text);
}
