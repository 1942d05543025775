import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { InstanceStore } from '../registry/instance-store.js';
import type { SmsRegistry } from '../registry/sms.registry.js';
import type { SmsElement } from './element.js';
import type { ElementFolders } from './element-folders.js';

interface SmsElementsSetup {
  directory: string | undefined;
  watch: boolean;
  store: InstanceStore;
  registry: SmsRegistry;
}

/** The element folders of an application whose `forRoot` has an `elementsDir`. */
export class SmsElements implements OnApplicationBootstrap, OnApplicationShutdown {
  #folders: ElementFolders | undefined;
  #watcher: ReturnType<ElementFolders['watch']> | undefined;

  readonly #setup: SmsElementsSetup;

  /** @internal */
  constructor(setup: SmsElementsSetup) {
    this.#setup = setup;
  }

  /** The directory as it was given to `forRoot`. */
  get directory(): string | undefined {
    return this.#setup.directory;
  }

  /**
   * @internal Registers the instances of all folders.
   * @throws SmsElementsError with every issue of all of them
   */
  async load(): Promise<this> {
    const { directory, store, registry } = this.#setup;
    if (directory === undefined) return this;
    // Loaded only by applications with element folders: the JSON parser and the watcher cost start-up time.
    const { ElementFolders } = await import('./element-folders.js');
    this.#folders = new ElementFolders(directory, store, () => registry.types());
    this.#folders.load();
    return this;
  }

  /** Reads an element; `${NAME}` is not replaced. Returns undefined if there is none, or if its files have issues. */
  read(name: string): SmsElement | undefined {
    return this.#requireFolders().read(name);
  }

  /** Returns a text that differs for other contents of the files of an element, or undefined if it has none. */
  version(name: string): string | undefined {
    return this.#requireFolders().version(name);
  }

  /**
   * @internal Checks an element as `save` does.
   * @throws what `save` throws, without writing anything
   */
  check(element: SmsElement): void {
    this.#requireFolders().check(element);
  }

  /**
   * Writes an element folder, and registers or replaces its instance.
   *
   * @param version the `version` from which the change was made, or null for a new element
   * @throws SmsElementChangedError if the files have another version, also by an editor: nothing is written then
   * @throws SmsConfigurationError if no instance can be made of it: nothing is written then
   * @throws SmsElementsError for a name that cannot be a folder, for variables that are not set, and for content
   * that could not be read back. An error of the file system is thrown as it is
   * @throws SmsInstanceExistsError if an instance of this name is not from a folder
   */
  async save(element: SmsElement, version?: string | null): Promise<void> {
    await this.#requireFolders().save(element, version);
  }

  /**
   * Removes an instance and its folder. Returns false if there is none.
   *
   * @param version the `version` that is to be removed
   * @throws SmsElementChangedError if the files have another version
   * @throws SmsElementsError if another instance sends through it
   */
  async remove(name: string, version?: string): Promise<boolean> {
    return this.#requireFolders().remove(name, version);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.#setup.watch) this.#watcher ??= this.#folders?.watch();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#watcher?.close();
  }

  #requireFolders(): ElementFolders {
    if (this.#folders) return this.#folders;
    throw new Error('There are no element folders: give elementsDir to AliyunSmsModule.forRoot');
  }
}
