import { Logger } from '@nestjs/common';
import { errorCode, errorKind } from '../common/error-facts.js';
import { isInstanceName } from '../common/instance-name.js';
import {
  SmsConfigurationError,
  type SmsElementIssue,
  SmsElementsError,
  SmsInstanceExistsError,
  type SmsSetupIssue,
} from '../errors/setup.errors.js';
import type { InstanceStore } from '../registry/instance-store.js';
import type { SmsTypeInfo } from '../registry/sms-instance-info.interface.js';
import type { SmsInstanceRecord } from '../registry/sms-instance.options.js';
import {
  elementExists,
  elementFile,
  elementFolder,
  elementNameIssue,
  type SmsElement,
} from './element.js';
import { elementNames, elementTwin } from './element-names.js';
import { ElementsWatcher } from './elements.watcher.js';
import { fillFromEnvironment } from './environment.js';
import { openSecretsWarning } from './open-secrets.js';
import { readElement, readElements } from './read-elements.js';
import { removeElement, writeElement } from './write-element.js';

/** The element folders of one directory, and the instances that are made from them. */
export class ElementFolders {
  readonly #directory: string;
  readonly #store: InstanceStore;
  readonly #types: () => readonly SmsTypeInfo[];
  readonly #logger = new Logger('AliyunSms');
  /** The elements of the current instances by name, as JSON. */
  readonly #applied = new Map<string, string>();

  /** @param types the types of the application: they tell which options are secrets */
  constructor(directory: string, store: InstanceStore, types: () => readonly SmsTypeInfo[]) {
    this.#directory = directory;
    this.#store = store;
    this.#types = types;
  }

  /**
   * Registers the instances of all folders.
   *
   * @throws SmsElementsError with every issue of all of them
   */
  load(): void {
    const { elements, issues } = readElements(this.#directory);
    for (const element of elements) {
      issues.push(...this.#apply(element, (options) => this.#store.add(options, 'folder')));
    }
    if (issues.length > 0) throw new SmsElementsError(issues);
    const warning = openSecretsWarning(this.#directory, elements, this.#types());
    if (warning) this.#logger.warn(warning);
  }

  read(name: string): SmsElement | undefined {
    return isInstanceName(name) ? readElement(this.#directory, name).element : undefined;
  }

  async save(element: SmsElement): Promise<void> {
    const { name } = element;
    const nameIssue = elementNameIssue(name) ?? twinIssue(this.#directory, name);
    if (nameIssue) {
      throw new SmsElementsError([{ file: elementFolder(this.#directory, name), ...nameIssue }]);
    }
    this.#assertNotRegisteredElsewhere(name);
    const { options, issues } = elementOptions(this.#directory, element);
    if (issues.length > 0) throw new SmsElementsError(issues);
    this.#store.check(options, 'folder');
    await writeElement(this.#directory, element);
    this.#apply(element, (filled) => this.#store.put(filled, 'folder'));
  }

  async remove(name: string): Promise<boolean> {
    if (!isInstanceName(name)) return false;
    this.#assertNotRegisteredElsewhere(name);
    const users = this.#store.usersOf(name);
    if (users.length > 0) {
      const text = `is used by ${users.join(', ')}: take it out there first`;
      const file = elementFile(this.#directory, name, 'e.json');
      throw new SmsElementsError([{ code: 'in-use', file, text }]);
    }
    const isRemoved = await removeElement(this.#directory, name);
    return this.#store.remove(name) || isRemoved;
  }

  /** Applies changes of the files until the watcher is closed, beginning with those since the files were read. */
  watch(): ElementsWatcher {
    const watcher = new ElementsWatcher(this.#directory, {
      onChange: (name) => this.#onChange(name),
      onError: (error) =>
        this.#logger.warn(
          `Element folders are not watched: ${errorCode(error) ?? errorKind(error)}`,
        ),
    });
    for (const name of new Set([...this.#applied.keys(), ...elementNames(this.#directory)])) {
      this.#onChange(name);
    }
    return watcher;
  }

  #onChange(name: string): void {
    const origin = this.#store.instances.get(name)?.origin;
    if (origin !== undefined && origin !== 'folder') return;
    if (!elementExists(this.#directory, name)) {
      if (this.#store.remove(name)) {
        this.#logger.log(`Element ${name} is gone, and its instance`);
      }
      return;
    }
    const { element, issues } = readElement(this.#directory, name);
    if (element && origin && this.#applied.get(name) === JSON.stringify(element)) return;
    if (element) {
      issues.push(...this.#apply(element, (options) => this.#store.put(options, 'folder')));
    }
    if (issues.length === 0) {
      const what = origin ? 'has changed, its instance is replaced' : 'is new, and registered';
      this.#logger.log(`Element ${name} ${what}`);
    } else {
      const stays = origin === undefined ? 'it is not registered' : 'the former one stays in use';
      this.#logger.error(`Element ${name}: ${stays}. ${new SmsElementsError(issues).message}`);
    }
  }

  /** Makes the instance of an element. Returns the issues if its files do not allow that. */
  #apply(element: SmsElement, register: (options: SmsInstanceRecord) => void): SmsElementIssue[] {
    const { options, issues } = elementOptions(this.#directory, element);
    if (issues.length > 0) return [...issues, ...this.#furtherIssues(element, options)];
    try {
      register(options);
    } catch (error) {
      return issuesOfError(this.#directory, element.name, error);
    }
    this.#applied.set(element.name, JSON.stringify(element));
    return [];
  }

  /** The issues of all options that do not wait for a variable of the environment. */
  #furtherIssues({ name, values }: SmsElement, options: SmsInstanceRecord): SmsElementIssue[] {
    try {
      this.#store.check(options, 'folder');
      return [];
    } catch (error) {
      return issuesOfError(
        this.#directory,
        name,
        error,
        (option) => !hasPlaceholder(values[option]),
      );
    }
  }

  #assertNotRegisteredElsewhere(name: string): void {
    const origin = this.#store.instances.get(name)?.origin;
    if (origin !== undefined && origin !== 'folder') throw new SmsInstanceExistsError(name);
  }
}

/** Without the text itself, which may be a secret. */
function malformedPlaceholder(path: string): SmsSetupIssue {
  const shown = /^[\w$.[\]-]{1,80}$/.test(path) ? path : 'a value';
  const text =
    `${shown} has a "\${" that names no variable of the environment: write \${NAME} with letters, digits, "_", "." ` +
    'and "-", not beginning with a digit and without a default, or $${ for a literal "${"';
  return { code: 'invalid', option: path.split(/[.[]/)[0]!, text };
}

/** Whether a value, or a part of it, comes from the environment. */
function hasPlaceholder(value: unknown): boolean {
  return JSON.stringify(value ?? '').includes('${');
}

function twinIssue(directory: string, name: string): SmsSetupIssue | undefined {
  const twin = elementTwin(directory, name);
  if (twin === undefined) return undefined;
  const text = `the name differs from "${twin}" by upper and lower case only: choose another one`;
  return { code: 'invalid-name', text };
}

/** The options of an element's instance, with the variables replaced by their values. */
function elementOptions(
  directory: string,
  { name, title, type, values }: SmsElement,
): { options: SmsInstanceRecord; issues: SmsElementIssue[] } {
  const filled = fillFromEnvironment(values, process.env);
  const file = elementFile(directory, name, 'sms.json');
  const issues = [
    ...filled.missing.map((variable) => ({
      code: 'unset-variable' as const,
      file,
      text: `\${${variable}} is not set in the environment: set it, or write the value`,
    })),
    ...filled.malformed.map((path) => ({ ...malformedPlaceholder(path), file })),
  ];
  return { options: { ...filled.values, name, title, type }, issues };
}

/**
 * Returns the issues of the files if no instance could be made of them. Rethrows every other error.
 *
 * @param isWanted selects the options whose issues are returned
 */
function issuesOfError(
  directory: string,
  name: string,
  error: unknown,
  isWanted?: (option: string) => boolean,
): SmsElementIssue[] {
  if (error instanceof SmsConfigurationError) {
    const isOfType = error.issues.some(({ option }) => option === 'type');
    const file = elementFile(directory, name, isOfType ? 'e.json' : 'sms.json');
    const issues = isWanted ? wantedIssues(error.issues, isWanted) : distinct(error.issues);
    return issues.map((issue) => ({ ...issue, file }));
  }
  if (error instanceof SmsInstanceExistsError) {
    const text = `an instance "${name}" is registered in code too: rename the folder or the instance`;
    return [{ code: 'duplicate', file: elementFile(directory, name, 'e.json'), text }];
  }
  throw error;
}

/** Missing options share one text that names all of them, also unwanted ones. So each wanted one gets its own text. */
function wantedIssues(
  issues: readonly SmsSetupIssue[],
  isWanted: (option: string) => boolean,
): SmsSetupIssue[] {
  return issues
    .filter(({ option }) => option !== undefined && isWanted(option))
    .map((issue) =>
      issue.code === 'missing' ? { ...issue, text: `${issue.option} is missing` } : issue,
    );
}

function distinct(issues: readonly SmsSetupIssue[]): SmsSetupIssue[] {
  return [...new Map(issues.map((issue) => [issue.text, issue])).values()];
}
