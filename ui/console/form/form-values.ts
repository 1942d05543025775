import type { ConfigFormField } from '../../../lib/schema/config-form.wire.ts';
import type { FieldIssue, FieldIssues } from './issues.ts';

/** What stands in the inputs, by field: text for everything. */
export type RawValues = Readonly<Record<string, string>>;

type Config = Readonly<Record<string, unknown>>;

/** Entered here and never shown: of a key there is a masked form, of a secret nothing. */
export const isHidden = ({ kind }: ConfigFormField): boolean => kind === 'secret' || kind === 'key';

/** `${NAME}`: the server reads it from the environment. */
export const isPlaceholder = (text: string): boolean => /^\$\{[^{}]+\}$/.test(text);

/** Written as lines. */
export const isList = (kind: ConfigFormField['kind']): boolean =>
  kind === 'list' || kind === 'instances';

/** Written as JSON. */
export const isObject = (kind: ConfigFormField['kind']): boolean =>
  ['json', 'group', 'rows', 'map', 'choice'].includes(kind);

export function rawValues(fields: readonly ConfigFormField[], config: Config): RawValues {
  return Object.fromEntries(fields.map((field) => [field.name, toRaw(field, config[field.name])]));
}

function toRaw({ kind }: ConfigFormField, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (isList(kind) && Array.isArray(value)) return value.map(String).join('\n');
  if (isObject(kind)) {
    return typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value, null, 2);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

interface Filled {
  readonly isNew: boolean;
  readonly name: string;
  readonly values: RawValues;
  /** What the file has. */
  readonly config: Config;
  readonly secrets: readonly string[];
  readonly removed: readonly string[];
}

/** The configuration that a filled form stands for, and what cannot be saved as it is. */
export function readForm(
  fields: readonly ConfigFormField[],
  { isNew, name, values, config: stored, secrets, removed }: Filled,
): { config: Record<string, unknown>; issues: FieldIssues } {
  // What the form does not know of stays as it is in the file.
  const config: Record<string, unknown> = { ...stored };
  const issues: Record<string, FieldIssue[]> = {};
  if (isNew && !name.trim()) issues['name'] = [{ code: 'required' }];
  for (const field of fields) {
    const text = (values[field.name] ?? '').trim();
    const former = config[field.name];
    delete config[field.name];
    if (text === '') {
      const isRemoved = removed.includes(field.name);
      const isKept = secrets.includes(field.name) && !isRemoved;
      if (field.required && !isKept) issues[field.name] = [{ code: 'required' }];
      // A hidden field that is left out stays unchanged.
      if (isHidden(field) && (isRemoved || former !== undefined)) config[field.name] = null;
      continue;
    }
    const read = isPlaceholder(text) ? { value: text } : readValue(field, text);
    if ('issue' in read) issues[field.name] = [read.issue];
    else config[field.name] = read.value;
  }
  return { config, issues };
}

type Read = { readonly value: unknown } | { readonly issue: FieldIssue };

function readValue(field: ConfigFormField, text: string): Read {
  if (isObject(field.kind)) return readJson(text);
  if (isList(field.kind)) return { value: linesOf(text) };
  if (field.kind === 'number') return readNumber(field, text);
  const isFlag = field.kind === 'boolean' && (text === 'true' || text === 'false');
  return { value: isFlag ? text === 'true' : text };
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function readNumber({ min = -Infinity, max = Infinity }: ConfigFormField, text: string): Read {
  const value = Number(text);
  if (!Number.isFinite(value)) return { issue: { code: 'not-a-number' } };
  if (value < min) return { issue: { code: 'too-small', min } };
  if (value > max) return { issue: { code: 'too-large', max } };
  return { value };
}

function readJson(text: string): Read {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { issue: { code: 'not-json' } };
  }
}
