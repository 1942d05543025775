import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { SmsElement } from './index.js';
import type { ElementFolders } from './element-folders.js';
import type { InstanceStore } from '../registry/instance-store.js';
import type { SmsRegistry } from '../registry/sms.registry.js';

/** What the element folders of an application are made of. */
interface SmsElementsSetup {
  directory: string | undefined;
  watch: boolean;
  store: InstanceStore;
  registry: SmsRegistry;
}

/** The element folders of an application, where `forRoot` has an `elementsDir`. */
export class SmsElements implements OnApplicationBootstrap, OnApplicationShutdown {
  #folders: ElementFolders | undefined;
  #watcher: { close(): Promise<void> } | undefined;

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
    // Not every application has folders, and what reads them takes its time to load.
    const { ElementFolders } = await import('./element-folders.js');
    this.#folders = new ElementFolders(directory, store, () => registry.types());
    this.#folders.load();
    return this;
  }

  /** An element as its files have it: `${NAME}` is not replaced. Undefined where there is none. */
  read(name: string): SmsElement | undefined {
    return this.#needsFolders().read(name);
  }

  /**
   * Writes an element folder, and registers or replaces its instance.
   *
   * @throws SmsConfigurationError where no instance could be made of it: then nothing is written
   * @throws SmsElementsError for a name that cannot be a folder, and for variables that are not set
   * @throws SmsInstanceExistsError where an instance of the name comes from elsewhere
   */
  async save(element: SmsElement): Promise<void> {
    await this.#needsFolders().save(element);
  }

  /**
   * Takes an instance out and removes its folder. False where there is none.
   *
   * @throws SmsElementsError where another instance sends through it
   */
  async remove(name: string): Promise<boolean> {
    return this.#needsFolders().remove(name);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.#setup.watch) this.#watcher ??= await this.#folders?.watch();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#watcher?.close();
  }

  #needsFolders(): ElementFolders {
    if (this.#folders) return this.#folders;
    throw new Error('There are no element folders: give elementsDir to AliyunSmsModule.forRoot');
  }
}
