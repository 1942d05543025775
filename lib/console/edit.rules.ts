import { type ConfigFormField, isPlaceholder, type SmsSetupIssue } from '../index.js';
import { isHidden, isLeftOut } from './form-values.js';

type Values = Readonly<Record<string, unknown>>;

/** A change of an instance that somebody has made on the page. */
export interface InstanceEdit {
  readonly form: readonly ConfigFormField[];
  /** What the page has sent. */
  readonly edited: Values;
  /** The values of the instance before, and after the change. */
  readonly former: Values;
  readonly values: Values;
  /** Names of variables of the environment that the page may use; `SMS_*` stands for a beginning. */
  readonly variables: readonly string[];
}

/**
 * Returns what a person on the page must not do: read the environment, or send a secret that is not theirs to
 * an address of their choice. Who writes the files may do both.
 */
export function editIssues(edit: InstanceEdit): SmsSetupIssue[] {
  return [...variableIssues(edit), ...addressIssues(edit)];
}

/** A variable may hold anything, and every field but keys and secrets is shown again. */
function variableIssues({ form, edited, former, variables }: InstanceEdit): SmsSetupIssue[] {
  return form
    .filter(({ name, kind }) => {
      const value = edited[name];
      if (isEqual(value, former[name]) || !JSON.stringify(value ?? '').includes('${')) return false;
      return !(isHidden(kind) && isPlaceholder(value) && isAllowed(String(value), variables));
    })
    .map(({ name }) => ({
      code: 'invalid' as const,
      option: name,
      text:
        `${name}: on this page a variable of the environment can stand for a whole key or secret only, and only ` +
        `one of ${variables.join(', ')}: write the value, or name the variable in AliyunSmsConsoleModule.forRoot({ variables })`,
    }));
}

/** Who changes where an instance sends to has to give its keys and secrets anew. */
function addressIssues({ form, edited, former, values }: InstanceEdit): SmsSetupIssue[] {
  const moved = form.filter(
    (field) => isAddress(field, former, values) && !isEqual(values[field.name], former[field.name]),
  );
  if (moved.length === 0) return [];
  const secrets = form.filter((field) => isHidden(field.kind) && !isAddress(field, former, values));
  const stored = secrets.filter(
    ({ name }) => isLeftOut(edited[name]) && former[name] !== undefined,
  );
  // Without a key of its own an instance sends with that of forRoot.
  const isInherited = secrets.every(({ name }) => values[name] === undefined);
  return (isInherited ? secrets.slice(0, 2) : stored).map(({ name }) => ({
    code: 'invalid' as const,
    option: name,
    text: `${name} has to be given anew, since ${moved[0]!.name} changes where it is sent to`,
  }));
}

// `uri` alone would be found in `securityToken`.
const ADDRESS = /^ca$|^insecure$|^ur[il]|_ur[il]|U(?:RL|RI|rl|ri)/;
const ADDRESS_WORD = /endpoint|proxy|host|server|gateway|address|domain/i;

/** Whether a field says where a message goes, by its name or by its value. */
function isAddress({ name, kind }: ConfigFormField, former: Values, values: Values): boolean {
  if (ADDRESS.test(name) || ADDRESS_WORD.test(name)) return true;
  if (isHidden(kind)) return false;
  return [former[name], values[name]].some(
    (value) => typeof value === 'string' && /:\/\/|^[\w.-]+:\d+$/.test(value),
  );
}

function isAllowed(placeholder: string, variables: readonly string[]): boolean {
  const name = placeholder.slice(2, -1);
  return variables.some((each) =>
    each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each,
  );
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
