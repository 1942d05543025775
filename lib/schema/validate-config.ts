import type { ValidationError } from 'class-validator';
import { Validator } from '../common/class-validator.js';
import type { SmsSetupIssue } from '../errors/setup.errors.js';
import { configFieldsOf } from './config-field.decorator.js';
import { rulesOf } from './config-rules.js';
import { requireClassTransformer } from '../common/lazy-require.cjs';
import type { SmsConfigClass } from './sms-config-class.interface.js';

/** A configuration of its class, and what is wrong with it. */
export interface ValidatedConfig {
  config: object;
  issues: SmsSetupIssue[];
}

/**
 * Makes an object of the class out of values from anywhere.
 *
 * @param own names that are a fault where the class does not know them: those that were given for it
 */
export function validateConfig(
  Config: SmsConfigClass | undefined,
  values: object,
  own: readonly string[],
): ValidatedConfig {
  if (!Config) return { config: { ...values }, issues: [] };
  const config: Record<string, unknown> = new Config() as Record<string, unknown>;
  const unknown: SmsSetupIssue[] = [];
  const rules = rulesOf(Config);
  const known = knownOptionsOf(Config);
  const isNested = (name: string) =>
    rules.get(name)?.some(({ type }) => type === 'nestedValidation') ?? false;
  for (const [name, value] of Object.entries(values)) {
    // Left out: what the class itself gives stays.
    if (value === undefined) continue;
    // Only what is known is copied: a key such as `__proto__` would reach further than the object.
    if (known.has(name)) config[name] = isNested(name) ? instanceOf(Config, name, value) : value;
    else if (own.includes(name)) unknown.push(unknownOption(name, known));
  }
  const errors = new Validator().validateSync(config, { forbidUnknownValues: false });
  const invalid = errors.flatMap((error) =>
    textsOf(error).map((text) => ({ code: 'invalid' as const, option: error.property, text })),
  );
  return { config, issues: [...unknown, ...invalid] };
}

/** Names of the options that a class of configuration declares. */
export function knownOptionsOf(Config: SmsConfigClass): ReadonlySet<string> {
  return new Set([...configFieldsOf(Config).keys(), ...rulesOf(Config).keys()]);
}

/** An issue for an option that nobody declares. */
export function unknownOption(name: string, known: ReadonlySet<string>): SmsSetupIssue {
  return { code: 'unknown-option', option: name, text: unknownText(name, known) };
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
  const alike = [...known].find((each) => isAlike(each, name));
  const shown = /^[\w$.-]{1,40}$/.test(name) ? name : '(a name not shown)';
  const help = alike ? `did you mean ${alike}?` : `there are: ${[...known].join(', ')}`;
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
