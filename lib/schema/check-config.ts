import type { ValidationError } from 'class-validator';
import { Validator } from 'class-validator/cjs/validation/Validator.js';
import { configFieldsOf } from './config-field.decorator.js';
import { rulesOf } from './config-rules.js';
import { requireClassTransformer } from '../common/lazy-require.cjs';
import type { SmsConfigClass } from './sms-config-class.interface.js';

/** Something that is wrong with a configuration. */
export interface ConfigProblem {
  /** Name of the option. */
  option: string;
  /** What is wrong, and what to do about it. */
  text: string;
}

/** A configuration of its class, and what is wrong with it. */
export interface CheckedConfig {
  config: object;
  problems: ConfigProblem[];
}

/**
 * Makes an object of the class out of values from anywhere.
 *
 * @param own names that are a fault where the class does not know them: those that were given for it
 */
export function checkConfig(
  Config: SmsConfigClass | undefined,
  values: object,
  own: readonly string[],
): CheckedConfig {
  if (!Config) return { config: { ...values }, problems: [] };
  const config: Record<string, unknown> = new Config() as Record<string, unknown>;
  const unknown: ConfigProblem[] = [];
  const rules = rulesOf(Config);
  const known = new Set([...configFieldsOf(Config).keys(), ...rules.keys()]);
  const isNested = (name: string) =>
    rules.get(name)?.some(({ type }) => type === 'nestedValidation') ?? false;
  for (const [name, value] of Object.entries(values)) {
    // Left out: what the class itself gives stays.
    if (value === undefined) continue;
    // Only what is known is copied: a key such as `__proto__` would reach further than the object.
    if (known.has(name)) config[name] = isNested(name) ? instanceOf(Config, name, value) : value;
    else if (own.includes(name)) unknown.push({ option: name, text: unknownText(name, known) });
  }
  const errors = new Validator().validateSync(config, { forbidUnknownValues: false });
  const problems = errors.flatMap((error) =>
    textsOf(error).map((text) => ({ option: error.property, text })),
  );
  return { config, problems: [...unknown, ...problems] };
}

/** What stands in an object is checked by the class that `@Type` names. */
function instanceOf(Config: SmsConfigClass, name: string, value: unknown): unknown {
  const { plainToInstance } = requireClassTransformer();
  return (plainToInstance(Config, { [name]: value }) as Record<string, unknown>)[name];
}

function textsOf({ property, constraints = {}, children = [] }: ValidationError): string[] {
  return [
    ...Object.values(constraints),
    ...children.flatMap((child) => textsOf(child).map((text) => `${property}.${text}`)),
  ];
}

function unknownText(name: string, known: ReadonlySet<string>): string {
  const meant = [...known].find((each) => isAlike(each, name));
  const shown = /^[\w$.-]{1,40}$/.test(name) ? name : '(a name not shown)';
  const help = meant ? `did you mean ${meant}?` : `there are: ${[...known].join(', ')}`;
  return `${shown} is no option of this type: ${help}`;
}

/** The same letters, up to case, punctuation and one slip of a finger. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  if (a === b) return true;
  const [short, long] = a!.length <= b!.length ? [a!, b!] : [b!, a!];
  if (long.length - short.length > 1 || short.length < 4) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.slice(at);
  return (
    rest === long.slice(at + 1) ||
    rest.slice(1) === long.slice(at + 1) ||
    (rest[0] === long[at + 1] && rest[1] === long[at] && rest.slice(2) === long.slice(at + 2))
  );
}
