import { type ConfigFormField, isPlaceholder } from '../index.js';

type Values = Readonly<Record<string, unknown>>;

/** The values of a form in the form in which the page gets them. */
export interface FormValues {
  config: Record<string, unknown>;
  /** Names of the secrets that have a value. */
  secrets: string[];
}

/** Returns the values that the page may show. A secret is shown only as the variable that it comes from. */
export function shownValues(
  form: readonly ConfigFormField[],
  values: Values,
  secrets: readonly string[],
): FormValues {
  const shown: FormValues = { config: {}, secrets: [...secrets] };
  for (const { name, kind } of form) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) continue;
    if (isHidden(kind) && !isPlaceholder(value)) shown.secrets.push(name);
    else shown.config[name] = value;
  }
  return shown;
}

/** Returns the new values of an element: `edited` by the page, and what is kept of the `former` values. */
export function editedValues(
  form: readonly ConfigFormField[],
  edited: Values,
  former: Values,
): Record<string, unknown> {
  const names = new Set(form.map(({ name }) => name));
  // Values that the form does not show were written into the file by hand: they are kept.
  const values = Object.entries(former).filter(([name]) => !names.has(name));
  for (const { name, kind } of form) {
    const value = Object.hasOwn(edited, name) ? edited[name] : undefined;
    if (!isLeftOut(value) && value !== null) {
      values.push([name, value]);
    } else if (isLeftOut(value) && isHidden(kind) && Object.hasOwn(former, name)) {
      values.push([name, former[name]]);
    }
  }
  // Unknown names are passed on: the validation that follows reports them and suggests the right name.
  for (const name of Object.keys(edited)) if (!names.has(name)) values.push([name, edited[name]]);
  return Object.fromEntries(values);
}

/** Whether the page never gets the value of a field. */
export function isHidden(kind: ConfigFormField['kind']): boolean {
  return kind === 'secret' || kind === 'key';
}

/** Whether the page has left a field as it was. */
export function isLeftOut(value: unknown): boolean {
  return value === undefined || value === '';
}
