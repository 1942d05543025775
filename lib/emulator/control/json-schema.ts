/** The part of JSON Schema in which the REST interface is described. */
export interface JsonSchema {
  type?: string | readonly string[];
  description?: string;
  enum?: readonly unknown[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  anyOf?: readonly JsonSchema[];
  $ref?: string;
}

export type Schemas = Readonly<Record<string, JsonSchema>>;

/** The first error of a value, `undefined` where it fits the schema. */
export function schemaError(
  value: unknown,
  schema: JsonSchema,
  schemas: Schemas,
  at = 'body',
): string | undefined {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return schemaError(value, schemas[name]!, schemas, at);
  }
  if (schema.anyOf) {
    const errors = schema.anyOf.map((each) => schemaError(value, each, schemas, at));
    return errors.includes(undefined) ? undefined : errors[0];
  }
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => hasType(value, type))) {
    return `${at} must be ${types.join(' or ')}`;
  }
  if (schema.enum && !schema.enum.includes(value)) {
    return `${at} must be one of ${schema.enum.join(', ')}`;
  }
  if (typeof value === 'number') {
    if (value < (schema.minimum ?? -Infinity)) return `${at} must be at least ${schema.minimum}`;
    if (value > (schema.maximum ?? Infinity)) return `${at} must be at most ${schema.maximum}`;
  }
  if (typeof value === 'string' && value.length < (schema.minLength ?? 0)) {
    return `${at} must not be empty`;
  }
  if (Array.isArray(value)) return firstError(value.entries(), () => schema.items, schemas, at);
  if (typeof value === 'object' && value !== null) return objectError(value, schema, schemas, at);
  return undefined;
}

function objectError(value: object, schema: JsonSchema, schemas: Schemas, at: string) {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `${at}.${missing} is missing`;
  const schemaOf = (name: string | number): JsonSchema | undefined => {
    if (Object.hasOwn(properties, name)) return properties[name];
    return typeof additionalProperties === 'object' ? additionalProperties : undefined;
  };
  if (additionalProperties === false) {
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(properties, name));
    if (unknown !== undefined) return `${at}.${unknown} is not known`;
  }
  return firstError(Object.entries(value), schemaOf, schemas, at);
}

function firstError(
  entries: Iterable<[string | number, unknown]>,
  schemaOf: (name: string | number) => JsonSchema | undefined,
  schemas: Schemas,
  at: string,
): string | undefined {
  for (const [name, each] of entries) {
    const schema = schemaOf(name);
    const error = schema && schemaError(each, schema, schemas, `${at}.${name}`);
    if (error) return error;
  }
  return undefined;
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
  return typeof value === type;
}
