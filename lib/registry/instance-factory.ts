import { placeOf } from '../errors/place-of.js';
import { SmsConfigurationError } from '../errors/sms-configuration.error.js';
import type { SmsRuntime } from './sms.runtime.js';
import {
  checkConfig,
  type CompletedConfig,
  type ConfigOrigin,
  type ConfigProblem,
  DEFAULT_TYPE,
  type SmsContext,
  type SmsTypeEntry,
  type SmsTypes,
} from '../schema/index.js';
import { RegisteredInstance } from './registered-instance.js';
import type { SmsInstanceOrigin } from './sms-instance-info.interface.js';

/** What an instance is made of. */
export interface InstanceOptions {
  name: string;
  title?: string | undefined;
  /** @default 'SMS.Aliyun' */
  type?: string | undefined;
  [option: string]: unknown;
}

export interface InstanceFactorySetup {
  types: SmsTypes;
  runtime: SmsRuntime;
  instances: SmsContext['instances'];
  /** The options of `forRoot`. */
  root: object | undefined;
}

const PLACES: Record<SmsInstanceOrigin, string> = {
  code: 'forFeature',
  folder: 'sms.json',
  runtime: 'the options',
  resolver: 'what resolve gives',
};

/** Makes instances: finds the type, puts the configuration together, checks it. */
export class InstanceFactory {
  #made = 0;

  constructor(private readonly setup: InstanceFactorySetup) {}

  /** @throws SmsConfigurationError with every fault and its remedy */
  create(
    options: InstanceOptions,
    origin: SmsInstanceOrigin,
    isDefault: boolean,
  ): RegisteredInstance {
    const { name, title = options.name, type = DEFAULT_TYPE, ...own } = options;
    const { entry, config } = this.#check({ name, title, type, own }, origin, isDefault);
    const { instances, runtime } = this.setup;
    const context = { name, title, type: entry.name, config: Object.freeze(config) };
    try {
      const sms = entry.create({ ...context, instances, runtime });
      return new RegisteredInstance(sms, config, origin, ++this.#made);
    } catch (thrown) {
      throw new SmsConfigurationError(name, [`its type ${entry.name} threw ${kindOf(thrown)}`]);
    }
  }

  #check(
    { name, title, type, own }: { name: unknown; title: unknown; type: string; own: object },
    origin: SmsInstanceOrigin,
    isDefault: boolean,
  ): { entry: SmsTypeEntry; config: object } {
    const problems = [...textProblems({ name, title })];
    const entry = this.setup.types.get(type);
    if (!entry) {
      problems.push({ option: 'type', text: this.#unknown(type) });
      throw configurationError(name, problems);
    }
    const { root } = this.setup;
    const place = isDefault ? 'forRoot' : PLACES[origin];
    const { values, missing, problem } = complete(entry, own, { root, isDefault, place });
    // Options of forRoot are there for types of every kind, and a row of a database has more columns.
    const isOpen = isDefault || origin === 'resolver';
    const checked = checkConfig(entry.config, values, isOpen ? [] : Object.keys(own));
    problems.push(...checked.problems);
    if (problems.length > 0 || missing.length > 0) {
      throw configurationError(name, problems, { missing, problem });
    }
    return { entry, config: checked.config };
  }

  #unknown(type: unknown): string {
    const names = this.setup.types.all().map(({ name }) => name);
    const shown = typeof type === 'string' && type.length < 80 ? `"${type}"` : 'its type';
    return `${shown} is no type of this application: there are ${names.join(', ')}; give a further one in forRoot({ types })`;
  }
}

/** A constructor may throw what it was given, secrets included: its text is left out. */
function kindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `${typeof thrown} when an instance was made`;
  const { name, code } = thrown as NodeJS.ErrnoException;
  const place = placeOf(thrown);
  return `${name}${code ? ` (${code})` : ''}${place ? ` at ${place}` : ''} when an instance was made`;
}

function textProblems(texts: Record<string, unknown>): ConfigProblem[] {
  return Object.entries(texts)
    .filter(([, value]) => typeof value !== 'string' || value.trim() === '')
    .map(([option]) => ({ option, text: `${option} must be a non-empty string` }));
}

function configurationError(
  name: unknown,
  problems: readonly ConfigProblem[],
  { missing, problem }: Pick<CompletedConfig, 'missing' | 'problem'> = { missing: [], problem: '' },
): SmsConfigurationError {
  const list = missing.join(missing.length === 2 ? ' and ' : ', ');
  const texts = problems.map(({ text }) => text);
  if (list) texts.unshift(`${list} ${missing.length > 1 ? 'are' : 'is'} missing: ${problem}`);
  const options = new Map<string, string[]>(missing.map((option) => [option, ['is missing']]));
  for (const { option, text } of problems) {
    options.set(option, [...(options.get(option) ?? []), text]);
  }
  return new SmsConfigurationError(String(name), texts, Object.fromEntries(options));
}

function complete({ config }: SmsTypeEntry, own: object, origin: ConfigOrigin) {
  return config?.complete?.(own, origin) ?? { values: own, missing: [], problem: '' };
}
