import { Logger } from '@nestjs/common';
import { isInstanceName, safeName } from '../common/instance-name.js';
import { type SmsElementIssue, SmsElementsError } from '../errors/setup.errors.js';
import type { InstanceStore } from '../registry/instance-store.js';
import { elementFolder, elementPresence, shownPath, type SmsElement } from './element.js';
import { elementTwin, listElementNames } from './element-names.js';
import { takenIssue, twinIssue } from './element-options.js';
import { readElement } from './read-elements.js';

/** The files of an element must be missing for so many milliseconds before its instance is taken out. */
const GONE_AFTER_MS = 2_000;

/** Calls the function after a while. Returns a function that prevents it. */
export type Later = (work: () => void) => () => void;

interface SyncSetup {
  directory: string;
  store: InstanceStore;
  /** Whether the instance is made from this very element. */
  isApplied: (element: SmsElement) => boolean;
  /** Makes or replaces the instance. Returns the issues if the element does not allow that. */
  apply: (element: SmsElement) => SmsElementIssue[];
  /** @default after `GONE_AFTER_MS` */
  later?: Later | undefined;
}

/** Brings the instances of element folders in line with changes of their files, and logs what it did. */
export class ElementSync {
  readonly #setup: SyncSetup;
  readonly #later: Later;
  readonly #logger = new Logger('AliyunSms');
  /** Ends the wait for an element whose files are missing. */
  readonly #missing = new Map<string, () => void>();
  /** Folders of which the log says that they cannot be read. */
  readonly #unreadable = new Set<string>();

  constructor(setup: SyncSetup) {
    this.#setup = setup;
    this.#later = setup.later ?? afterWhile;
  }

  close(): void {
    for (const name of this.#missing.keys()) this.#stopWaiting(name);
  }

  /** The files of this element were added, changed or removed. */
  onChange(name: string): void {
    this.#stopWaiting(name);
    const presence = elementPresence(this.#setup.directory, name);
    if (presence === 'absent') this.#onAbsent(name);
    else if (presence === 'present') this.#onPresent(name);
    else this.#onUnreadable(name, presence.code);
  }

  /** A mount that is renewed, or a folder that is moved for a moment, comes back. */
  #onAbsent(name: string): void {
    if (this.#originOf(name) !== 'folder') return;
    const onTime = () => {
      if (elementPresence(this.#setup.directory, name) === 'absent') this.#remove(name);
      else this.onChange(name);
    };
    this.#missing.set(name, this.#later(onTime));
  }

  #remove(name: string): void {
    this.#missing.delete(name);
    if (this.#originOf(name) !== 'folder') return;
    this.#setup.store.remove(name);
    this.#logger.log(`Element ${name} is gone, and its instance`);
    // It was refused because of the one that is gone.
    const twin = elementTwin(this.#setup.directory, name);
    if (twin !== undefined) this.onChange(twin);
  }

  /** What cannot be read may be as it was: only what is known to be gone is taken out. */
  #onUnreadable(name: string, code: string): void {
    const { directory } = this.#setup;
    const isWhole = listElementNames(directory).code !== undefined;
    const place = isWhole ? shownPath(directory) : elementFolder(directory, name);
    if (this.#unreadable.has(place)) return;
    this.#unreadable.add(place);
    this.#logger.warn(
      `${place} cannot be read (${code}): the instances that are loaded stay in use. ` +
        'Let the user of this process read it',
    );
  }

  #onPresent(name: string): void {
    const { directory, isApplied, apply } = this.#setup;
    this.#unreadable.delete(shownPath(directory));
    this.#unreadable.delete(elementFolder(directory, name));
    const origin = this.#originOf(name);
    if (origin !== undefined && origin !== 'folder') {
      this.#refuse(name, 'it is not registered', [takenIssue(directory, name)]);
      return;
    }
    const { element, issues } = readElement(directory, name);
    if (element && origin && isApplied(element)) return;
    if (element) issues.push(...this.#twinIssues(name));
    if (element && issues.length === 0) issues.push(...apply(element));
    if (issues.length > 0) {
      this.#refuse(name, origin ? 'the former one stays in use' : 'it is not registered', issues);
      return;
    }
    const what = origin ? 'has changed, its instance is replaced' : 'is new, and registered';
    this.#logger.log(`Element ${name} ${what}`);
  }

  /** The one that is in use goes on: the next start refuses both. */
  #twinIssues(name: string): SmsElementIssue[] {
    const { directory } = this.#setup;
    const issue = this.#originOf(name) === undefined && twinIssue(directory, name);
    return issue ? [{ file: elementFolder(directory, name), ...issue }] : [];
  }

  #refuse(name: string, effect: string, issues: readonly SmsElementIssue[]): void {
    const shown = isInstanceName(name) ? name : safeName(name);
    this.#logger.error(`Element ${shown}: ${effect}. ${new SmsElementsError(issues).message}`);
  }

  #originOf(name: string) {
    return this.#setup.store.instances.get(name)?.origin;
  }

  #stopWaiting(name: string): void {
    this.#missing.get(name)?.();
    this.#missing.delete(name);
  }
}

function afterWhile(work: () => void): () => void {
  const timer = setTimeout(work, GONE_AFTER_MS).unref();
  return () => clearTimeout(timer);
}
