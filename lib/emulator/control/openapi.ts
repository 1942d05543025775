import { MAX_BODY_BYTES } from '../http/http-server.js';
import { ref, type RestRoute } from './rest-route.js';
import { REST_PREFIX, REST_ROUTES } from './rest.routes.js';
import { SCHEMAS } from './rest.schemas.js';

/** The REST interface as an OpenAPI 3.1 document. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of REST_ROUTES) {
    (paths[REST_PREFIX + route.path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Aliyun SMS emulator',
      version: '1',
      description:
        'Reads and steers a local Aliyun SMS. The Aliyun API itself is at `/`, live events (server-sent) at `/_emulator/events`.',
    },
    paths,
    components: { schemas: SCHEMAS },
  };
}

function operationOf({ id, summary, path, query = {}, body, response, refusals }: RestRoute) {
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name!);
  const statuses = {
    ...refusals,
    400: 'Something about the request is wrong.',
    ...(body && { 413: `The body is over ${MAX_BODY_BYTES} bytes.` }),
  };
  return {
    operationId: id,
    summary,
    parameters: [
      ...names.map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...Object.entries(query).map(([name, schema]) => ({ name, in: 'query', schema })),
    ],
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: {
      200: { description: summary, content: json(response) },
      ...Object.fromEntries(
        Object.entries(statuses).map(([status, description]) => [
          status,
          { description, content: json(ref('Error')) },
        ]),
      ),
    },
  };
}

function json(schema: object) {
  return { 'application/json': { schema } };
}
