import type { Params } from '../http/params.js';
import type { EmulatorContext } from './emulator.context.js';
import type { JsonSchema } from './json-schema.js';

export interface RestCall {
  /** Values of the `{names}` in the path. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Params;
  /** The body; it has been checked against the schema of the route. */
  readonly body: unknown;
  readonly context: EmulatorContext;
  /** Aborted when the emulator closes. */
  readonly closing: AbortSignal;
}

/** One operation of the REST interface: its description for the OpenAPI file, and its handler. */
export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/_emulator`, with `{names}`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly query?: Readonly<Record<string, JsonSchema>>;
  readonly body?: JsonSchema;
  /** The body of the response, HTTP 200. */
  readonly response: JsonSchema;
  /** Other responses, by status. */
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
