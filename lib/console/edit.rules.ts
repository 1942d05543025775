import {
  type ConfigFormField,
  isPlaceholder,
  type SmsIssueValues,
  type SmsSetupIssue,
} from '../index.js';
import type { ConsoleErrorCode } from './console.wire.js';
import { isHidden, isLeftOut } from './form-values.js';
import { isAddress, isUrl } from './address-fields.js';

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

/**
 * Returns the options that no form has, and that files may have: none of the rules for the page can tell what
 * they are for. Options that no type knows are found before.
 */
export function unlistedIssues({ form, edited, former }: InstanceEdit): SmsSetupIssue[] {
  const listed = new Set(form.map(({ name }) => name));
  return Object.keys(edited)
    .filter((name) => !listed.has(name) && !isEqual(edited[name], former[name]))
    .map((name) =>
      issue(name, 'not-on-page', 'cannot be set on this page: set it in the file or in code'),
    );
}

/** A variable may hold anything, and every field but keys and secrets is shown again. */
function variableIssues({ form, edited, former, variables }: InstanceEdit): SmsSetupIssue[] {
  const hidden = new Set(form.filter(({ kind }) => isHidden(kind)).map(({ name }) => name));
  return Object.entries(edited)
    .filter(([name, value]) => {
      if (isEqual(value, former[name]) || !JSON.stringify(value ?? '').includes('${')) return false;
      return !(hidden.has(name) && isPlaceholder(value) && isAllowed(String(value), variables));
    })
    .map(([name]) =>
      issue(
        name,
        'variable-not-allowed',
        `on this page a variable of the environment can stand for a whole key or secret only, and only ` +
          `one of ${variables.join(', ')}: write the value, or name the variable in AliyunSmsConsoleModule.forRoot({ variables })`,
        { variables },
      ),
    );
}

/** What is sent to an address that the page names has to come from the page. */
function addressIssues({ form, edited, former, values }: InstanceEdit): SmsSetupIssue[] {
  const addresses = form.filter((field) => isAddress(field, former, values));
  const moved = addresses.find(({ name }) => !isEqual(values[name], former[name]));
  const own = addresses.find(({ name }) => values[name] !== undefined);
  const secrets = form.filter(({ kind }) => isHidden(kind));

  /** Kept for an address that it was not stored for. A URL with a password, such as a proxy, is an address itself. */
  const isStored = ({ name }: ConfigFormField) =>
    moved !== undefined &&
    isLeftOut(edited[name]) &&
    former[name] !== undefined &&
    !isUrl(former[name]);
  /** A variable, of which somebody knows the name only. */
  const isVariable = ({ name }: ConfigFormField) =>
    own !== undefined &&
    isPlaceholder(values[name]) &&
    (moved !== undefined || !isEqual(values[name], former[name]));

  const account = accountFields(secrets, addresses);
  const inherits = (given: Values) => account.every(({ name }) => given[name] === undefined);
  const takesAccount =
    own !== undefined && inherits(values) && (moved !== undefined || !inherits(former));
  const toGive = new Set([
    ...(takesAccount ? account.slice(0, 2) : []),
    ...secrets.filter(isStored),
  ]);
  const ambient = form.filter(
    ({ name, kind }) =>
      own !== undefined &&
      !isHidden(kind) &&
      /credential/i.test(name) &&
      values[name] !== undefined &&
      (moved !== undefined || !isEqual(values[name], former[name])),
  );

  const place = (moved ?? own)?.name ?? '';
  const facts = { address: place };
  return [
    ...[...toGive].map(({ name }) =>
      issue(
        name,
        'address-needs-secrets',
        `has to be given anew, since ${place} says where it is sent to`,
        facts,
      ),
    ),
    ...secrets
      .filter(isVariable)
      .map(({ name }) =>
        issue(
          name,
          'address-refuses-variable',
          `a variable cannot stand here, since ${place} says where its value is sent to: write the value, or set ${place} in the file`,
          facts,
        ),
      ),
    ...ambient.map(({ name }) =>
      issue(
        name,
        'address-refuses-credentials',
        `cannot be used here, since ${place} says where it is sent to: set ${place} in the file`,
        facts,
      ),
    ),
  ];
}

/** The fields without which an instance sends with the account of `forRoot`. */
function accountFields(
  secrets: readonly ConfigFormField[],
  addresses: readonly ConfigFormField[],
): readonly ConfigFormField[] {
  const ofAliyun = secrets.filter(({ name }) =>
    ['accessKey', 'accessSecret', 'securityToken'].includes(name),
  );
  const others = secrets.filter((field) => !addresses.includes(field));
  return ofAliyun.length > 0 ? ofAliyun : others;
}

function issue(
  option: string,
  rule: ConsoleErrorCode,
  text: string,
  values: SmsIssueValues = {},
): SmsSetupIssue {
  return { code: 'invalid', rule, option, text: `${option}: ${text}`, values };
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
