import { BusinessError } from '../operations/business.error.js';

/** Values of a template's variables, by name. */
export type TemplateParam = Readonly<Record<string, string>>;

const NONE: TemplateParam = Object.freeze({});

/** Reads `TemplateParam`, which is JSON in a string. */
export function parseTemplateParam(json: string | undefined, strict = false): TemplateParam {
  if (!json) return NONE;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw invalid();
  }
  return toTemplateParam(value, strict);
}

/** Aliyun wants strings as values; unless `strict`, numbers and booleans are taken for them. */
export function toTemplateParam(value: unknown, strict = false): TemplateParam {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid();
  // fromEntries defines its keys, so that `__proto__` is a key like any other.
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, text(each, strict)]),
  );
}

function text(value: unknown, strict: boolean): string {
  if (typeof value === 'string') return value;
  if (strict) throw invalid();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw invalid();
}

function invalid(): BusinessError {
  return new BusinessError('isv.INVALID_JSON_PARAM', 'JSON参数不合法');
}
