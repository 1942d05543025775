import type { EmulatorContext } from './emulator.context.js';
import type { Params } from '../http/params.js';
import type { JsonSchema } from './json-schema.js';

export interface RestCall {
  /** Values of the `{names}` in the path. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Params;
  /** The body, which keeps to the route's schema. */
  readonly body: unknown;
  readonly context: EmulatorContext;
  /** Aborted when the emulator closes. */
  readonly closing: AbortSignal;
}

/** One operation of the REST interface: what the OpenAPI file says of it, and what it does. */
export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/_emulator`, with `{names}`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly query?: Readonly<Record<string, JsonSchema>>;
  readonly body?: JsonSchema;
  /** What the answer, HTTP 200, looks like. */
  readonly answer: JsonSchema;
  /** Other answers, by status. */
  readonly refusals?: Readonly<Record<number, string>>;
  handle(call: RestCall): unknown;
}

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

export const objectOf = (
  properties: Record<string, JsonSchema>,
  required: readonly string[] = Object.keys(properties),
): JsonSchema => ({ type: 'object', properties, required, additionalProperties: false });

export const TEXT: JsonSchema = { type: 'string' };
export const COUNT: JsonSchema = { type: 'integer', minimum: 0 };
