import { resolve } from 'node:path';
import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  elementExists,
  elementFile,
  elementNameProblem,
  type ElementFault,
  fillFromEnvironment,
  isInGitWorkTree,
  readElement,
  readElements,
  removeElement,
  type SmsElement,
  watchElements,
  writeElement,
} from '../elements/index.js';
import { SmsConfigurationError } from '../errors/sms-configuration.error.js';
import { SmsElementsError } from '../errors/sms-elements.error.js';
import { SmsInstanceExistsError } from '../errors/sms-instance-exists.error.js';
import { isPlaceholder } from '../types/index.js';
import type { InstanceOptions } from './instance-factory.js';
import type { SmsRegistry } from './sms.registry.js';

export interface SmsElementsOptions {
  directory: string | undefined;
  watch: boolean;
}

/** The element folders of one application, and the instances that they are. */
export class SmsElements implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger('AliyunSms');
  #watcher: Promise<{ close(): Promise<void> }> | undefined;

  constructor(
    private readonly registry: SmsRegistry,
    private readonly options: SmsElementsOptions,
  ) {}

  /** The directory as it was given to `forRoot`. */
  get directory(): string | undefined {
    return this.options.directory;
  }

  /**
   * @internal Registers the instances of all folders.
   * @throws SmsElementsError with every fault of all of them
   */
  load(): this {
    const { directory } = this.options;
    if (directory === undefined) return this;
    const { elements, faults } = readElements(directory);
    for (const element of elements) {
      faults.push(...this.#attempt(element, (options) => this.registry.add(options, 'folder')));
    }
    if (faults.length > 0) throw new SmsElementsError(faults);
    this.#warnOfSecrets(elements);
    return this;
  }

  /** An element as its files have it: `${NAME}` is not replaced. Undefined where there is none. */
  read(name: string): SmsElement | undefined {
    const directory = this.#needsDirectory();
    return elementNameProblem(name) === undefined
      ? readElement(directory, name).element
      : undefined;
  }

  /**
   * Writes an element folder, and registers or replaces its instance.
   *
   * @throws SmsElementsError where no instance could be made of it: then nothing is written
   * @throws SmsInstanceExistsError where an instance of the name comes from elsewhere
   */
  async save(element: SmsElement): Promise<void> {
    const directory = this.#needsDirectory();
    const { name } = element;
    const problem = elementNameProblem(name);
    if (problem !== undefined) throw new SmsElementsError([{ file: directory, problem }]);
    this.#needsFolder(name);
    const faults = this.#attempt(element, (options) => this.registry.check(options, 'folder'));
    if (faults.length > 0) throw new SmsElementsError(faults);
    await writeElement(directory, element);
    this.registry.put(this.#optionsOf(element).options, 'folder');
  }

  /** Takes an instance out and removes its folder. False where there is none. */
  async remove(name: string): Promise<boolean> {
    const directory = this.#needsDirectory();
    if (elementNameProblem(name) !== undefined) return false;
    this.#needsFolder(name);
    const removed = await removeElement(directory, name);
    return this.registry.unregister(name) || removed;
  }

  onApplicationBootstrap(): void {
    const { directory, watch } = this.options;
    if (directory === undefined || !watch) return;
    this.#watcher ??= watchElements(directory, {
      onChange: (name) => this.#changed(name),
      onError: (error) => this.#logger.warn(`Element folders are not watched: ${codeOf(error)}`),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.#watcher)?.close();
  }

  #changed(name: string): void {
    const directory = this.#needsDirectory();
    const origin = this.registry.originOf(name);
    if (origin !== undefined && origin !== 'folder') return;
    if (!elementExists(directory, name)) {
      if (this.registry.unregister(name)) {
        this.#logger.log(`Element ${name} is gone, and its instance`);
      }
      return;
    }
    const { element, faults } = readElement(directory, name);
    if (element) {
      faults.push(...this.#attempt(element, (options) => this.registry.put(options, 'folder')));
    }
    if (faults.length === 0) {
      this.#logger.log(`Element ${name} has changed, its instance is replaced`);
    } else {
      const stays = origin === undefined ? 'it is not registered' : 'the former one stays in use';
      this.#logger.error(`Element ${name}: ${stays}. ${new SmsElementsError(faults).message}`);
    }
  }

  #attempt(element: SmsElement, work: (options: InstanceOptions) => void): ElementFault[] {
    const file = elementFile(this.#needsDirectory(), element.name, 'sms.json');
    const { options, missing } = this.#optionsOf(element);
    const faults = missing.map((name) => ({
      file,
      problem: `\${${name}} is not set in the environment: set it, or write the value`,
    }));
    if (faults.length > 0) return faults;
    try {
      work(options);
      return [];
    } catch (error) {
      if (error instanceof SmsConfigurationError) {
        const place = error.isTypeUnknown
          ? elementFile(this.#needsDirectory(), element.name, 'e.json')
          : file;
        return error.problems.map((problem) => ({ file: place, problem }));
      }
      if (error instanceof SmsInstanceExistsError) {
        const problem = `an instance "${element.name}" is registered in code too: rename the folder or the instance`;
        return [{ file, problem }];
      }
      throw error;
    }
  }

  #optionsOf({ name, title, type, values }: SmsElement) {
    const { values: filled, missing } = fillFromEnvironment(values, process.env);
    return { options: { ...filled, name, title, type }, missing };
  }

  #needsDirectory(): string {
    const { directory } = this.options;
    if (directory === undefined) {
      throw new Error('There are no element folders: give elementsDir to AliyunSmsModule.forRoot');
    }
    return directory;
  }

  #needsFolder(name: string): void {
    const origin = this.registry.originOf(name);
    if (origin !== undefined && origin !== 'folder') throw new SmsInstanceExistsError(name);
  }

  /** Once for all of them: what stands in a work tree is committed sooner or later. */
  #warnOfSecrets(elements: readonly SmsElement[]): void {
    const directory = this.#needsDirectory();
    const types = new Map(this.registry.types().map(({ name, fields }) => [name, fields]));
    const open = elements.filter(({ type, values }) =>
      types.get(type)?.some(({ name, kind }) => kind === 'secret' && isInClear(values[name])),
    );
    if (open.length === 0 || !isInGitWorkTree(resolve(directory))) return;
    const files = open.map(({ name }) => elementFile(directory, name, 'sms.json'));
    this.#logger.warn(
      `${files.join(', ')} ${files.length > 1 ? 'hold secrets' : 'holds a secret'} in clear inside a git work tree: ` +
        'write ${NAME} in its place and set NAME in the environment, or keep the file out of git',
    );
  }
}

function isInClear(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !isPlaceholder(value);
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.constructor.name;
}
