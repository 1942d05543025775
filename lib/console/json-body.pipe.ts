import { Injectable, type PipeTransform } from '@nestjs/common';
import { isNestedDeeper } from '../common/nesting.js';
import { assertRequest, objectBody } from './console-http.js';

/** As deep as the files of an element may be. */
const MAX_DEPTH = 20;

/** JavaScript gives these keys a meaning. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Gives a body as an object that is safe to walk through, to store and to send. Its properties are not checked yet. */
@Injectable()
export class JsonBodyPipe implements PipeTransform<unknown, Record<string, unknown>> {
  transform(body: unknown): Record<string, unknown> {
    assertRequest(
      !isNestedDeeper(body, MAX_DEPTH),
      'too-deep',
      `The body is nested deeper than ${MAX_DEPTH} levels`,
      { max: MAX_DEPTH },
    );
    const object = objectBody(body);
    assertPlain(object);
    return object;
  }
}

function assertPlain(value: unknown): void {
  if (typeof value === 'string') {
    // The parsers of HTTP put U+FFFD in the place of bytes that they cannot read.
    assertRequest(
      value.isWellFormed() && !value.includes('\ufffd'),
      'not-unicode',
      'The body has a text that is not well-formed Unicode: send it in UTF-8',
    );
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    assertRequest(!UNSAFE_KEYS.has(key), 'unsafe-key', `The body must not have the key "${key}"`, {
      key,
    });
    assertPlain(key);
    assertPlain(each);
  }
}
