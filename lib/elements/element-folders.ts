import { Logger } from '@nestjs/common';
import { errorCode, errorKind } from '../common/error-facts.js';
import { isInstanceName } from '../common/instance-name.js';
import { isNestedDeeper } from '../common/nesting.js';
import {
  SmsElementChangedError,
  type SmsElementIssue,
  SmsElementsError,
  SmsInstanceExistsError,
} from '../errors/setup.errors.js';
import type { InstanceStore } from '../registry/instance-store.js';
import type { SmsTypeInfo } from '../schema/config-form.wire.js';
import type { SmsInstanceRecord } from '../registry/sms-instance.options.js';
import { elementFile, elementFolder, elementNameIssue, type SmsElement } from './element.js';
import { elementNames } from './element-names.js';
import { elementOptions, hasPlaceholder, issuesOfError, twinIssue } from './element-options.js';
import { ElementSync, type Later } from './element-sync.js';
import { ElementVersions } from './element-version.js';
import { ElementsWatcher } from './elements.watcher.js';
import { MAX_DEPTH } from './json-object.js';
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
  readonly #versions = new ElementVersions();
  #lastChange: Promise<unknown> = Promise.resolve();

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

  /** The version of the files as they are now, or undefined if there are none. */
  version(name: string): string | undefined {
    return isInstanceName(name) ? this.#versions.of(this.#directory, name) : undefined;
  }

  /** @throws what `save` throws, without writing anything */
  check(element: SmsElement): void {
    const { name, values } = element;
    const nameIssue = elementNameIssue(name) ?? twinIssue(this.#directory, name);
    if (nameIssue) {
      throw new SmsElementsError([{ file: elementFolder(this.#directory, name), ...nameIssue }]);
    }
    if (isNestedDeeper(values, MAX_DEPTH)) {
      const text = `the values are nested deeper than ${MAX_DEPTH} levels`;
      const file = elementFile(this.#directory, name, 'sms.json');
      throw new SmsElementsError([
        { code: 'invalid', rule: 'too-deep', file, text, values: { max: MAX_DEPTH } },
      ]);
    }
    this.#assertNotRegisteredElsewhere(name);
    const { options, issues } = elementOptions(this.#directory, element);
    if (issues.length > 0) throw new SmsElementsError(issues);
    this.#store.check(options, 'folder');
  }

  save(element: SmsElement, version?: string | null): Promise<void> {
    return this.#inTurn(async () => {
      this.#assertVersion(element.name, version);
      this.check(element);
      await writeElement(this.#directory, element, () =>
        this.#assertVersion(element.name, version),
      );
      this.#apply(element, (filled) => this.#store.put(filled, 'folder'));
    });
  }

  remove(name: string, version?: string): Promise<boolean> {
    return this.#inTurn(async () => {
      if (!isInstanceName(name)) return false;
      this.#assertNotRegisteredElsewhere(name);
      const users = this.#store.usersOf(name);
      if (users.length > 0) {
        const text = `is used by ${users.join(', ')}: take it out there first`;
        const file = elementFile(this.#directory, name, 'e.json');
        throw new SmsElementsError([{ code: 'in-use', file, text, values: { users } }]);
      }
      this.#assertVersion(name, version);
      const isRemoved = await removeElement(this.#directory, name);
      return this.#store.remove(name) || isRemoved;
    });
  }

  /** Applies changes of the files until it is closed, beginning with those since the files were read. */
  watch(later?: Later): { close(): void } {
    const sync = new ElementSync({
      directory: this.#directory,
      store: this.#store,
      isApplied: (element) => this.#applied.get(element.name) === JSON.stringify(element),
      apply: (element) => this.#apply(element, (options) => this.#store.put(options, 'folder')),
      later,
    });
    const watcher = new ElementsWatcher(this.#directory, {
      onChange: (name) => sync.onChange(name),
      onError: (error) =>
        this.#logger.warn(
          `Element folders are not watched: ${errorCode(error) ?? errorKind(error)}`,
        ),
    });
    for (const name of new Set([...this.#applied.keys(), ...elementNames(this.#directory)])) {
      sync.onChange(name);
    }
    return {
      close() {
        watcher.close();
        sync.close();
      },
    };
  }

  /** Runs changes one after the other: each one sees what the one before has left, also of other elements. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.#lastChange.then(change);
    this.#lastChange = turn.catch(() => {});
    return turn;
  }

  /** @param version from which the change was made; null if there must be no files, undefined if it does not matter */
  #assertVersion(name: string, version: string | null | undefined): void {
    if (version === undefined || this.version(name) === (version ?? undefined)) return;
    throw new SmsElementChangedError(elementFolder(this.#directory, name));
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
