import { Logger } from '@nestjs/common';
import {
  elementExists,
  elementFile,
  elementNameProblem,
  elementNames,
  elementTwin,
  type ElementFault,
  readElement,
  readElements,
  removeElement,
  type SmsElement,
  watchElements,
  writeElement,
} from './index.js';
import { SmsElementsError } from '../errors/sms-elements.error.js';
import { SmsInstanceExistsError } from '../errors/sms-instance-exists.error.js';
import { elementFaults, elementOptions } from './element-options.js';
import type { InstanceOptions } from '../registry/instance-factory.js';
import { openSecretsWarning } from './open-secrets.js';
import type { SmsRegistry } from '../registry/sms.registry.js';

/** The element folders of one directory, and the instances that they are. */
export class ElementFolders {
  readonly #logger = new Logger('AliyunSms');
  /** Which elements the instances in use were made of, by name, as JSON. */
  readonly #applied = new Map<string, string>();

  constructor(
    private readonly directory: string,
    private readonly registry: SmsRegistry,
  ) {}

  /**
   * Registers the instances of all folders.
   *
   * @throws SmsElementsError with every fault of all of them
   */
  load(): void {
    const { directory } = this;
    const { elements, faults } = readElements(directory);
    for (const element of elements) {
      faults.push(...this.#apply(element, (options) => this.registry.add(options, 'folder')));
    }
    if (faults.length > 0) throw new SmsElementsError(faults);
    const warning = openSecretsWarning(directory, elements, this.registry.types());
    if (warning) this.#logger.warn(warning);
  }

  read(name: string): SmsElement | undefined {
    return elementNameProblem(name) === undefined
      ? readElement(this.directory, name).element
      : undefined;
  }

  async save(element: SmsElement): Promise<void> {
    const { directory } = this;
    const problem = elementNameProblem(element.name) ?? twinProblem(directory, element.name);
    if (problem !== undefined) throw new SmsElementsError([{ file: directory, problem }]);
    this.#needsFolder(element.name);
    const { options, faults } = elementOptions(directory, element);
    if (faults.length > 0) throw new SmsElementsError(faults);
    this.registry.check(options, 'folder');
    await writeElement(directory, element).catch((error: unknown) => {
      // Of what could not be read back, such as an option that is nested too deep.
      if (!(error instanceof TypeError)) throw error;
      throw new SmsElementsError([{ file: directory, problem: error.message }]);
    });
    this.#apply(element, (options) => this.registry.put(options, 'folder'));
  }

  async remove(name: string): Promise<boolean> {
    const { directory } = this;
    if (elementNameProblem(name) !== undefined) return false;
    this.#needsFolder(name);
    const users = this.registry.usersOf(name);
    if (users.length > 0) {
      const problem = `is used by ${users.join(', ')}: take it out there first`;
      throw new SmsElementsError([{ file: elementFile(directory, name, 'e.json'), problem }]);
    }
    const removed = await removeElement(directory, name);
    return this.registry.unregister(name) || removed;
  }

  /** Takes in what changes, and what has changed since it was read, until it is closed. */
  async watch(): Promise<{ close(): Promise<void> }> {
    const watcher = await watchElements(this.directory, {
      onChange: (name) => this.#changed(name),
      onError: (error) => this.#logger.warn(`Element folders are not watched: ${codeOf(error)}`),
    });
    for (const name of new Set([...this.#applied.keys(), ...elementNames(this.directory)])) {
      this.#changed(name);
    }
    return watcher;
  }

  #changed(name: string): void {
    const { directory } = this;
    const origin = this.registry.originOf(name);
    if (origin !== undefined && origin !== 'folder') return;
    if (!elementExists(directory, name)) {
      if (this.registry.unregister(name)) {
        this.#logger.log(`Element ${name} is gone, and its instance`);
      }
      return;
    }
    const { element, faults } = readElement(directory, name);
    if (element && origin && this.#applied.get(name) === JSON.stringify(element)) return;
    if (element) {
      faults.push(...this.#apply(element, (options) => this.registry.put(options, 'folder')));
    }
    if (faults.length === 0) {
      const what = origin ? 'has changed, its instance is replaced' : 'is new, and registered';
      this.#logger.log(`Element ${name} ${what}`);
    } else {
      const stays = origin === undefined ? 'it is not registered' : 'the former one stays in use';
      this.#logger.error(`Element ${name}: ${stays}. ${new SmsElementsError(faults).message}`);
    }
  }

  /** Makes the instance of an element, or tells what is wrong with its files. */
  #apply(element: SmsElement, work: (options: InstanceOptions) => void): ElementFault[] {
    const { directory } = this;
    const { options, faults } = elementOptions(directory, element);
    if (faults.length > 0) return [...faults, ...this.#furtherFaults(directory, element, options)];
    try {
      work(options);
    } catch (error) {
      return elementFaults(directory, element.name, error);
    }
    this.#applied.set(element.name, JSON.stringify(element));
    return [];
  }

  /** What is wrong beside the variables that are not set. */
  #furtherFaults(
    directory: string,
    { name, values }: SmsElement,
    options: InstanceOptions,
  ): ElementFault[] {
    try {
      this.registry.check(options, 'folder');
      return [];
    } catch (error) {
      return elementFaults(directory, name, error, (option) => !isFilled(values[option]));
    }
  }

  #needsFolder(name: string): void {
    const origin = this.registry.originOf(name);
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

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.constructor.name;
}
