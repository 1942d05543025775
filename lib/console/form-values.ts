import { type ConfigFormField, isPlaceholder } from '../index.js';

type Values = Readonly<Record<string, unknown>>;

/** The values of a form as the page is given them. */
export interface FormValues {
  config: Record<string, unknown>;
  /** Names of the secrets that have a value. */
  secrets: string[];
}

/** What the page may have of an element: no secret, unless it stands in the environment. */
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

/** The values of an element after the page has changed them. */
export function editedValues(
  form: readonly ConfigFormField[],
  edited: Values,
  former: Values,
): Record<string, unknown> {
  const names = new Set(form.map(({ name }) => name));
  // What the form does not have, somebody has written into the file.
  const values = Object.entries(former).filter(([name]) => !names.has(name));
  for (const { name, kind } of form) {
    const value = Object.hasOwn(edited, name) ? edited[name] : undefined;
    const isLeftOut = value === undefined || value === '';
    if (!isLeftOut && value !== null) values.push([name, value]);
    else if (isLeftOut && isHidden(kind) && Object.hasOwn(former, name))
      values.push([name, former[name]]);
  }
  // A name that no form has is told by the check that follows, with what was meant.
  for (const name of Object.keys(edited)) if (!names.has(name)) values.push([name, edited[name]]);
  return Object.fromEntries(values);
}

function isHidden(kind: ConfigFormField['kind']): boolean {
  return kind === 'secret' || kind === 'key';
}
