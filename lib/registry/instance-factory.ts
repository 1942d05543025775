import { errorCode, errorKind, throwSite } from '../common/error-facts.js';
import { instanceNameIssue, instanceNameReason, nameIssueValues } from '../common/instance-name.js';
import { ModuleNotLoadedError } from '../common/module-not-loaded.js';
import {
  SmsConfigurationError,
  SmsSetupError,
  type SmsSetupIssue,
} from '../errors/setup.errors.js';
import type { ConfigSource, ResolvedConfig } from '../schema/sms-config-class.interface.js';
import { isText } from '../schema/option.rules.js';
import {
  knownOptionsOf,
  meantOption,
  unknownOption,
  validateConfig,
} from '../schema/validate-config.js';
import type { SmsContext, SmsInstances } from '../sms/sms-context.js';
import type { SmsRuntime } from '../sms/sms-runtime.interface.js';
import { misplacedOption, ROOT_ONLY } from './misplaced-options.js';
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
    try {
      return this.#create(record, origin, isDefault);
    } catch (thrown) {
      if (thrown instanceof SmsSetupError || thrown instanceof ModuleNotLoadedError) throw thrown;
      // A value of an option may be an object whose properties throw when they are read.
      const text = `its options cannot be read: one of them threw ${described(thrown)}`;
      throw new SmsConfigurationError(String(record.name), [{ code: 'failed', text }]);
    }
  }

  #create(
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
    const known = entry.config && knownOptionsOf(entry.config);
    const names = Object.keys(own).filter((option) => own[option] !== undefined);
    const misspelt = names.filter((option) =>
      resolved.missing.some((each) => meantOption(option, [each]) && !known?.has(option)),
    );
    issues.unshift(...missingIssues(resolved, misspelt, place));
    if (isDefault) issues.push(...this.#rootIssues(own));
    const foreign = isDefault || !known ? [] : foreignOptions(names, known, origin);
    issues.push(...foreign.flatMap((option) => misplacedOption(option) ?? []));
    // Options of forRoot are there for types of every kind, and a row of a database has more columns.
    const checked = isDefault ? [] : origin === 'resolver' ? misspelt : names;
    const config = validateConfig(
      entry.config,
      resolved.values,
      checked.filter((option) => !foreign.includes(option)),
    );
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
    return { code: 'unknown-type', option: 'type', text, values: { known: names } };
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
  const reason = isText(name) ? instanceNameReason(name) : 'empty';
  if (reason) {
    const text = isText(name)
      ? `name cannot be used, ${instanceNameIssue(name)}`
      : emptyText('name');
    issues.push({ code: 'invalid-name', option: 'name', text, values: nameIssueValues(reason) });
  }
  if (!isText(title)) {
    issues.push({ code: 'invalid', option: 'title', rule: 'empty', text: emptyText('title') });
  }
  return issues;
}

const emptyText = (option: string) => `${option} must be a non-empty string`;

/** The options of an instance that have their place elsewhere. */
function foreignOptions(
  names: readonly string[],
  known: ReadonlySet<string>,
  origin: SmsInstanceOrigin,
): string[] {
  return names.filter(
    (name) =>
      !known.has(name) &&
      // A row of a database may have a column of its own called `types`.
      (origin === 'resolver' ? ROOT_ONLY.has(name) : misplacedOption(name) !== undefined),
  );
}

/** The options that are missing share one text, which says what to do about all of them. */
function missingIssues(
  { missing: all, remedy }: ResolvedConfig,
  misspelt: readonly string[],
  place: string,
): SmsSetupIssue[] {
  const isMisspelt = (each: string) => misspelt.some((name) => meantOption(name, [each]));
  const missing = all.filter((each) => !isMisspelt(each));
  const names = missing.join(missing.length === 2 ? ' and ' : ', ');
  const text = `${names} ${missing.length > 1 ? 'are' : 'is'} missing: ${remedy}`;
  return all.map((option) => {
    // No variable of the environment is to blame where the option is there, under another name.
    const own = `${option} is missing: give it in ${place}`;
    const values = { missing: all, place };
    return { code: 'missing', option, text: isMisspelt(option) ? own : text, values };
  });
}

function resolve({ config }: SmsTypeEntry, own: object, source: ConfigSource): ResolvedConfig {
  return config?.inherit?.(own, source) ?? { values: own, missing: [], remedy: '' };
}
