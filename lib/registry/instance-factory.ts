import { errorCode, errorKind, throwSite } from '../common/error-facts.js';
import { instanceNameIssue } from '../common/instance-name.js';
import { SmsConfigurationError, type SmsSetupIssue } from '../errors/setup.errors.js';
import type { ConfigSource, ResolvedConfig } from '../schema/sms-config-class.interface.js';
import { isText } from '../schema/option.rules.js';
import { knownOptionsOf, unknownOption, validateConfig } from '../schema/validate-config.js';
import type { SmsContext, SmsInstances } from '../sms/sms-context.js';
import type { SmsRuntime } from '../sms/sms-runtime.interface.js';
import { RegisteredInstance } from './registered-instance.js';
import type { SmsInstanceRecord } from './sms-instance.options.js';
import type { SmsInstanceOrigin } from './sms-instance-info.interface.js';
import { SmsRootConfig } from './sms-root.config.js';
import { DEFAULT_TYPE, type SmsTypeEntry, type SmsTypes } from './sms-types.js';

export interface InstanceFactorySetup {
  types: SmsTypes;
  runtime: SmsRuntime;
  instances: SmsInstances;
  /** The options of `forRoot`. */
  root: object | undefined;
}

const PLACES: Record<SmsInstanceOrigin, string> = {
  code: 'forFeature',
  folder: 'sms.json',
  runtime: 'the options',
  resolver: 'what resolve gives',
};

/** Makes instances: finds the type, puts the configuration together, validates it. */
export class InstanceFactory {
  readonly #setup: InstanceFactorySetup;
  #made = 0;

  constructor(setup: InstanceFactorySetup) {
    this.#setup = setup;
  }

  /**
   * @param isDefault whether it is the instance that `forRoot` makes
   * @throws SmsConfigurationError with every issue and its remedy
   */
  create(
    record: SmsInstanceRecord,
    origin: SmsInstanceOrigin,
    isDefault: boolean,
  ): RegisteredInstance {
    const { name, title = record.name, type = DEFAULT_TYPE, ...own } = record;
    const entry = this.#setup.types.get(type);
    const issues = nameIssues({ name, title });
    if (!entry) throw new SmsConfigurationError(String(name), [...issues, this.#unknownType(type)]);
    const place = isDefault ? 'forRoot' : PLACES[origin];
    const resolved = resolve(entry, own, { root: this.#setup.root, isDefault, place });
    issues.unshift(...missingIssues(resolved));
    if (isDefault) issues.push(...this.#rootIssues(own));
    // Options of forRoot are there for types of every kind, and a row of a database has more columns.
    const isOpen = isDefault || origin === 'resolver';
    const config = validateConfig(entry.config, resolved.values, isOpen ? [] : Object.keys(own));
    issues.push(...config.issues);
    if (issues.length > 0) throw new SmsConfigurationError(String(name), issues);
    return this.#construct(entry, { name, title, config: config.config }, origin);
  }

  #construct(
    entry: SmsTypeEntry,
    identity: Pick<SmsContext, 'name' | 'title' | 'config'>,
    origin: SmsInstanceOrigin,
  ): RegisteredInstance {
    const { instances, runtime } = this.#setup;
    const config = Object.freeze(identity.config);
    try {
      const sms = entry.create({ ...identity, type: entry.name, config, instances, runtime });
      return new RegisteredInstance(sms, config, origin, ++this.#made);
    } catch (thrown) {
      const text = `its type ${entry.name} threw ${described(thrown)} when an instance was made`;
      throw new SmsConfigurationError(identity.name, [{ code: 'failed', text }]);
    }
  }

  /** Options of the application, and options that no type knows. */
  #rootIssues(own: Record<string, unknown>): SmsSetupIssue[] {
    const known = new Set([...this.#setup.types.knownOptions(), ...knownOptionsOf(SmsRootConfig)]);
    const unknown = Object.keys(own).filter((name) => own[name] !== undefined && !known.has(name));
    return [
      ...unknown.map((name) => unknownOption(name, known)),
      ...validateConfig(SmsRootConfig, own, []).issues,
    ];
  }

  #unknownType(type: unknown): SmsSetupIssue {
    const names = this.#setup.types.all().map(({ name }) => name);
    const shown = typeof type === 'string' && type.length < 80 ? `"${type}"` : 'its type';
    const text = `${shown} is no type of this application: there are ${names.join(', ')}; give a further one in forRoot({ types })`;
    return { code: 'unknown-type', option: 'type', text };
  }
}

/** A constructor may throw what it was given, secrets included: its text is left out. */
function described(thrown: unknown): string {
  const code = errorCode(thrown);
  const site = throwSite(thrown);
  return `${errorKind(thrown)}${code ? ` (${code})` : ''}${site ? ` at ${site}` : ''}`;
}

function nameIssues({ name, title }: Record<'name' | 'title', unknown>): SmsSetupIssue[] {
  const issues: SmsSetupIssue[] = [];
  const issue = isText(name) ? instanceNameIssue(name) : undefined;
  if (!isText(name)) issues.push({ code: 'invalid-name', option: 'name', text: emptyText('name') });
  else if (issue) {
    issues.push({ code: 'invalid-name', option: 'name', text: `name cannot be used, ${issue}` });
  }
  if (!isText(title)) issues.push({ code: 'invalid', option: 'title', text: emptyText('title') });
  return issues;
}

const emptyText = (option: string) => `${option} must be a non-empty string`;

/** The options that are missing share one text, which says what to do about all of them. */
function missingIssues({ missing, remedy }: ResolvedConfig): SmsSetupIssue[] {
  const names = missing.join(missing.length === 2 ? ' and ' : ', ');
  const text = `${names} ${missing.length > 1 ? 'are' : 'is'} missing: ${remedy}`;
  return missing.map((option) => ({ code: 'missing', option, text }));
}

function resolve({ config }: SmsTypeEntry, own: object, source: ConfigSource): ResolvedConfig {
  return config?.inherit?.(own, source) ?? { values: own, missing: [], remedy: '' };
}
