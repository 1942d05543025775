import { isNestedDeeper } from '../../common/nesting.js';
import { GatewayError, RestError } from '../errors.js';
import { jsonResponse, type HttpCall, type HttpResponse } from '../http/http-call.js';
import { parseParams, type Params } from '../http/params.js';
import type { EmulatorContext } from './emulator.context.js';
import { schemaError, type JsonSchema } from './json-schema.js';
import type { ErrorBody } from './responses.wire.js';
import type { RestRoute } from './rest-route.js';
import { REST_PREFIX, REST_ROUTES } from './rest.routes.js';
import { SCHEMAS } from './rest.schemas.js';

const MAX_DEPTH = 16;

interface Compiled {
  readonly route: RestRoute;
  readonly pattern: RegExp;
}

const COMPILED: readonly Compiled[] = REST_ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${REST_PREFIX}${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** Handles a call below `/_emulator/`. */
export async function handleRest(
  call: HttpCall,
  context: EmulatorContext,
  closing: AbortSignal,
): Promise<HttpResponse> {
  try {
    const { route, path } = findRoute(call);
    const query = parseParams(call.query);
    checkQuery(query, route.query);
    const body = route.body && readJson(call, route.body);
    return jsonResponse(200, await route.handle({ path, query, body, context, closing }));
  } catch (error) {
    if (error instanceof RestError || error instanceof GatewayError) {
      return jsonResponse(error.status, { error: error.message } satisfies ErrorBody);
    }
    // The emulator's own methods throw these for a value that they do not accept.
    if (error instanceof TypeError || error instanceof RangeError) {
      return jsonResponse(400, { error: error.message } satisfies ErrorBody);
    }
    throw error;
  }
}

function findRoute(call: HttpCall) {
  const atPath = COMPILED.filter(({ pattern }) => pattern.test(call.path));
  if (atPath.length === 0) throw new RestError(404, 'There is nothing at this address');
  const found = atPath.find(({ route }) => route.method === call.method);
  if (!found) throw new RestError(405, `${call.method} is not for this address`);
  const groups = found.pattern.exec(call.path)!.groups ?? {};
  const path = Object.fromEntries(
    Object.entries(groups).map(([name, text]) => [name, decode(text)]),
  );
  return { route: found.route, path };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RestError(400, 'The address is not well formed');
  }
}

function checkQuery(query: Params, schemas: RestRoute['query'] = {}): void {
  for (const [name, text] of Object.entries(query)) {
    const schema = Object.hasOwn(schemas, name) ? schemas[name]! : undefined;
    if (!schema) throw new RestError(400, `query.${name} is not known`);
    const value = schema.type === 'integer' && /^\d+$/.test(text) ? Number(text) : text;
    const error = text === '' ? undefined : schemaError(value, schema, SCHEMAS, `query.${name}`);
    if (error) throw new RestError(400, error);
  }
}

function readJson({ body }: HttpCall, schema: JsonSchema): unknown {
  let value: unknown;
  try {
    value = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    throw new RestError(400, 'body must be JSON');
  }
  // The value is serialised again later, which deep nesting would make impossible.
  const error = isNestedDeeper(value, MAX_DEPTH)
    ? `body must not be nested deeper than ${MAX_DEPTH}`
    : schemaError(value, schema, SCHEMAS);
  if (error) throw new RestError(400, error);
  return value;
}
