import { isAlike, shownFieldName } from '../common/names.js';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';

/** Class of a request of Aliyun's SDK, or of a part of one. Its constructor makes objects of the parts. */
export interface SdkModel {
  new (values: Record<string, unknown>): object;
  /** Names of the parameters, each with its name in Aliyun's API. */
  names(): Record<string, string>;
  types(): Record<string, unknown>;
}

/**
 * Returns the request as an object of the SDK's class, which a plain object is made into.
 *
 * @throws SmsParameterException for a name that the request does not have: the SDK would leave it out without a word,
 * and a call without it may do something else
 */
export function toSdkRequest(Model: SdkModel, request: unknown): object {
  if (request instanceof Model) return request;
  const violations = new Map<string, string[]>();
  collectViolations(Model, request, '', violations);
  if (violations.size) throw new SmsParameterException(Object.fromEntries(violations));
  return new Model(request as Record<string, unknown>);
}

function collectViolations(
  type: unknown,
  value: unknown,
  path: string,
  violations: Map<string, string[]>,
): void {
  if (isList(type)) {
    if (!Array.isArray(value)) violations.set(path, ['must be a list']);
    else {
      for (const [i, item] of value.entries()) {
        collectViolations(type.itemType, item, `${path}[${i}]`, violations);
      }
    }
    return;
  }
  if (!isModel(type) || value instanceof type) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    violations.set(path || 'request', [`must be an object, such as ${example(type)}`]);
    return;
  }
  const types = type.types();
  for (const [name, each] of Object.entries(value)) {
    const field = path ? `${path}.${shownFieldName(name)}` : shownFieldName(name);
    if (each === undefined || each === null) continue;
    if (Object.hasOwn(types, name)) collectViolations(types[name], each, field, violations);
    else
      violations.set(field, [`is no parameter of this request${hint(name, Object.keys(types))}`]);
  }
}

function hint(name: string, known: readonly string[]): string {
  const alike = known.find((each) => isAlike(each, name));
  return alike ? `: did you mean ${alike}?` : `, which has ${known.join(', ')}`;
}

function example(Model: SdkModel): string {
  const names = Object.keys(Model.names()).filter((name) => !/^(resourceO|o)wner/.test(name));
  return `{ ${names.slice(0, 3).join(', ')} }`;
}

function isModel(type: unknown): type is SdkModel {
  return typeof type === 'function' && 'names' in type && 'types' in type;
}

function isList(type: unknown): type is { itemType: unknown } {
  return typeof type === 'object' && type !== null && 'itemType' in type;
}
