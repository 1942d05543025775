import { Logger } from '@nestjs/common';
import {
  elementExists,
  elementFile,
  elementNameProblem,
  elementNames,
  elementTwin,
  readElement,
  readElements,
  removeElement,
  type SmsElement,
  watchElements,
  writeElement,
} from './index.js';
import { errorCode, errorKind } from '../common/error-facts.js';
import {
  type SmsElementIssue,
  SmsElementsError,
  SmsInstanceExistsError,
} from '../errors/setup.errors.js';
import type { InstanceStore } from '../registry/instance-store.js';
import type { SmsInstanceRecord } from '../registry/sms-instance.options.js';
import type { SmsTypeInfo } from '../registry/sms-instance-info.interface.js';
import { elementIssues, elementOptions } from './element-options.js';
import { openSecretsWarning } from './open-secrets.js';

/** The element folders of one directory, and the instances that they are. */
export class ElementFolders {
  readonly #logger = new Logger('AliyunSms');
  /** Which elements the instances in use were made of, by name, as JSON. */
  readonly #applied = new Map<string, string>();

  /** @param types the types of the application, for the secrets among their options */
  constructor(
    private readonly directory: string,
    private readonly store: InstanceStore,
    private readonly types: () => readonly SmsTypeInfo[],
  ) {}

  /**
   * Registers the instances of all folders.
   *
   * @throws SmsElementsError with every issue of all of them
   */
  load(): void {
    const { directory } = this;
    const { elements, issues } = readElements(directory);
    for (const element of elements) {
      issues.push(...this.#apply(element, (options) => this.store.add(options, 'folder')));
    }
    if (issues.length > 0) throw new SmsElementsError(issues);
    const warning = openSecretsWarning(directory, elements, this.types());
    if (warning) this.#logger.warn(warning);
  }

  read(name: string): SmsElement | undefined {
    return elementNameProblem(name) === undefined
      ? readElement(this.directory, name).element
      : undefined;
  }

  async save(element: SmsElement): Promise<void> {
    const { directory } = this;
    const text = elementNameProblem(element.name) ?? twinProblem(directory, element.name);
    if (text !== undefined) {
      throw new SmsElementsError([{ code: 'invalid-name', file: directory, text }]);
    }
    this.#needsFolder(element.name);
    const { options, issues } = elementOptions(directory, element);
    if (issues.length > 0) throw new SmsElementsError(issues);
    this.store.check(options, 'folder');
    await writeElement(directory, element).catch((error: unknown) => {
      // Of what could not be read back, such as an option that is nested too deep.
      if (!(error instanceof TypeError)) throw error;
      throw new SmsElementsError([{ code: 'invalid', file: directory, text: error.message }]);
    });
    this.#apply(element, (options) => this.store.put(options, 'folder'));
  }

  async remove(name: string): Promise<boolean> {
    const { directory } = this;
    if (elementNameProblem(name) !== undefined) return false;
    this.#needsFolder(name);
    const users = this.store.usersOf(name);
    if (users.length > 0) {
      const text = `is used by ${users.join(', ')}: take it out there first`;
      const file = elementFile(directory, name, 'e.json');
      throw new SmsElementsError([{ code: 'in-use', file, text }]);
    }
    const removed = await removeElement(directory, name);
    return this.store.remove(name) || removed;
  }

  /** Takes in what changes, and what has changed since it was read, until it is closed. */
  async watch(): Promise<{ close(): Promise<void> }> {
    const watcher = await watchElements(this.directory, {
      onChange: (name) => this.#changed(name),
      onError: (error) =>
        this.#logger.warn(
          `Element folders are not watched: ${errorCode(error) ?? errorKind(error)}`,
        ),
    });
    for (const name of new Set([...this.#applied.keys(), ...elementNames(this.directory)])) {
      this.#changed(name);
    }
    return watcher;
  }

  #changed(name: string): void {
    const { directory } = this;
    const origin = this.store.instances.get(name)?.origin;
    if (origin !== undefined && origin !== 'folder') return;
    if (!elementExists(directory, name)) {
      if (this.store.remove(name)) {
        this.#logger.log(`Element ${name} is gone, and its instance`);
      }
      return;
    }
    const { element, issues } = readElement(directory, name);
    if (element && origin && this.#applied.get(name) === JSON.stringify(element)) return;
    if (element) {
      issues.push(...this.#apply(element, (options) => this.store.put(options, 'folder')));
    }
    if (issues.length === 0) {
      const what = origin ? 'has changed, its instance is replaced' : 'is new, and registered';
      this.#logger.log(`Element ${name} ${what}`);
    } else {
      const stays = origin === undefined ? 'it is not registered' : 'the former one stays in use';
      this.#logger.error(`Element ${name}: ${stays}. ${new SmsElementsError(issues).message}`);
    }
  }

  /** Makes the instance of an element, or tells what is wrong with its files. */
  #apply(element: SmsElement, work: (options: SmsInstanceRecord) => void): SmsElementIssue[] {
    const { directory } = this;
    const { options, issues } = elementOptions(directory, element);
    if (issues.length > 0) return [...issues, ...this.#furtherIssues(directory, element, options)];
    try {
      work(options);
    } catch (error) {
      return elementIssues(directory, element.name, error);
    }
    this.#applied.set(element.name, JSON.stringify(element));
    return [];
  }

  /** What is wrong beside the variables that are not set. */
  #furtherIssues(
    directory: string,
    { name, values }: SmsElement,
    options: SmsInstanceRecord,
  ): SmsElementIssue[] {
    try {
      this.store.check(options, 'folder');
      return [];
    } catch (error) {
      return elementIssues(directory, name, error, (option) => !isFilled(values[option]));
    }
  }

  #needsFolder(name: string): void {
    const origin = this.store.instances.get(name)?.origin;
    if (origin !== undefined && origin !== 'folder') throw new SmsInstanceExistsError(name);
  }
}

/** Whether a value is to come from the environment, at least in part. */
function isFilled(value: unknown): boolean {
  return JSON.stringify(value ?? '').includes('${');
}

function twinProblem(directory: string, name: string): string | undefined {
  const twin = elementTwin(directory, name);
  return twin && `the name differs from "${twin}" by upper and lower case only: choose another one`;
}
