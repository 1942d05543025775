import { HttpStatus, Inject, Injectable } from '@nestjs/common';
import {
  type ConfigFormField,
  isPlaceholder,
  SmsConfigurationError,
  type SmsElement,
  SmsElementChangedError,
  SmsElements,
  type SmsInstanceInfo,
  SmsRegistry,
  type SmsSetupIssue,
} from '../index.js';
import { CONSOLE_SETTINGS, type ConsoleSettings } from './console.options.js';
import { editIssues, unlistedIssues } from './edit.rules.js';
import type { ConsoleErrorCode, InstanceAnswer, StateAnswer } from './console.wire.js';
import { DestinationsService } from './destinations.service.js';
import { elementBody } from './element-body.js';
import { editedValues, shownValues } from './form-values.js';
import { ConsoleException, objectBody } from './console-http.js';

type Values = Readonly<Record<string, unknown>>;

const CONFLICTS = {
  'name-taken': 'There is an instance or a folder of this name already: choose another name',
  changed:
    'It was changed by somebody else after it was loaded, and nothing was saved: look at what it is now, and make the change again',
} satisfies Partial<Record<ConsoleErrorCode, string>>;

type Conflict = keyof typeof CONFLICTS;

const UNREADABLE =
  'The files of this instance were changed and cannot be read now: correct them by hand, the log of the application says where';
const VERSION_MISSING =
  'The header If-Match is missing: give the version of the instance from which the change was made';

/** Lists, creates, edits and removes instances. Changes are written into element folders. */
@Injectable()
export class InstancesService {
  constructor(
    private readonly registry: SmsRegistry,
    private readonly elements: SmsElements,
    private readonly destinations: DestinationsService,
    @Inject(CONSOLE_SETTINGS) private readonly settings: ConsoleSettings,
  ) {}

  async state(): Promise<StateAnswer> {
    const { readOnly } = this.settings;
    const directory = this.elements.directory ?? null;
    return {
      readOnly,
      canCreate: !readOnly && directory !== null,
      directory,
      types: this.registry.types(),
      instances: await Promise.all(this.registry.list().map((each) => this.#shown(each))),
    };
  }

  async create(body: unknown): Promise<InstanceAnswer> {
    this.#assertWritable();
    const { name, title, type, config } = elementBody(body);
    if (this.registry.has(name)) throw await this.#conflict(name, 'name-taken');
    return this.#save({ name, title, type, values: config }, {}, null);
  }

  /** @param version from which the change was made, as the API has given it */
  async edit(name: string, version: unknown, body: unknown): Promise<InstanceAnswer> {
    this.#assertWritable();
    const former = await this.#element(name, version);
    const { title, type, config } = elementBody({ ...objectBody(body), name });
    // The new type would refuse options of the former type.
    const kept = type === former.element.type ? former.element.values : {};
    return this.#save({ name, title, type, values: config }, kept, former.version);
  }

  async remove(name: string, given: unknown): Promise<void> {
    this.#assertWritable();
    const { version } = await this.#element(name, given);
    await this.#orConflict(name, 'changed', () => this.elements.remove(name, version));
  }

  /**
   * @param edited the element with the values that the page has sent
   * @throws SmsConfigurationError for a change that the page must not make
   */
  async #save(edited: SmsElement, former: Values, version: string | null): Promise<InstanceAnswer> {
    const { name, type } = edited;
    const form = this.#form(type);
    const values = editedValues(form, edited.values, former);
    const { variables } = this.settings;
    const edit = { form, edited: edited.values, former, values, variables };
    assertNone(name, [...titleIssues(edited.title), ...editIssues(edit)]);
    const element = { ...edited, values };
    this.elements.check(element);
    assertNone(name, unlistedIssues(edit));
    await this.#orConflict(name, version === null ? 'name-taken' : 'changed', () =>
      this.elements.save(element, version),
    );
    return this.#shown(this.#info(name)!);
  }

  async #orConflict(name: string, code: Conflict, change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
    } catch (error) {
      if (error instanceof SmsElementChangedError) throw await this.#conflict(name, code);
      throw error;
    }
  }

  async #conflict(name: string, code: Conflict): Promise<ConsoleException> {
    const info = this.#info(name);
    const current = info ? await this.#shown(info) : null;
    return new ConsoleException(HttpStatus.CONFLICT, code, CONFLICTS[code], {
      values: { name },
      current,
    });
  }

  async #shown({ name, origin, config, ...info }: SmsInstanceInfo): Promise<InstanceAnswer> {
    const { element, version } = this.#stored(name, origin);
    const { title, type } = element ?? info;
    const form = this.#form(type);
    // From the file, which holds `${NAME}`: the variable itself may hold a secret.
    const { verifySign = config.values['verifySign'] } = element?.values ?? {};
    // What a variable stands for is not shown, not even masked: too much of a short one would be left.
    const own = element?.values['accessKey'];
    const accessKey = isPlaceholder(own) ? own : config.values['accessKey'];
    const written = element?.values['endpoint'];
    const isVariable = JSON.stringify(written ?? '').includes('${');
    return {
      name,
      title,
      type,
      origin,
      version: version ?? null,
      sign: typeof verifySign === 'string' ? verifySign : null,
      key: typeof accessKey === 'string' ? accessKey : null,
      editable: element !== undefined && !this.settings.readOnly,
      hasHealth: typeof this.registry.get(name).ping === 'function',
      isAliyun: form.some((field) => field.name === 'accessKey'),
      destination: await this.destinations.of(
        form,
        config.values,
        isVariable ? String(written) : undefined,
      ),
      ...shownValues(form, element?.values ?? config.values, element ? [] : config.secrets),
    };
  }

  #form(type: string): readonly ConfigFormField[] {
    return this.registry.types().find(({ name }) => name === type)?.fields ?? [];
  }

  #info(name: string): SmsInstanceInfo | undefined {
    return this.registry.list().find((each) => each.name === name);
  }

  #stored(name: string, origin: SmsInstanceInfo['origin'] | undefined) {
    if (origin !== 'folder') return {};
    // Version first: if the files change in between, it is the old one, and no change is made from it.
    const version = this.elements.version(name);
    return { version, element: this.elements.read(name) };
  }

  /** Returns the element of this name, if it has the version that the page has loaded. */
  async #element(name: string, given: unknown): Promise<{ element: SmsElement; version: string }> {
    const origin = this.#info(name)?.origin;
    if (origin === undefined) {
      const text = 'There is no SMS instance of this name';
      throw new ConsoleException(HttpStatus.NOT_FOUND, 'not-found', text);
    }
    if (origin !== 'folder') {
      const text = `Instance "${name}" is not made of an element folder: change it where it is made`;
      throw new ConsoleException(HttpStatus.CONFLICT, 'not-editable', text, {
        values: { name, origin },
      });
    }
    if (typeof given !== 'string' || given === '') {
      const status = HttpStatus.PRECONDITION_REQUIRED;
      throw new ConsoleException(status, 'version-missing', VERSION_MISSING);
    }
    const { element, version } = this.#stored(name, origin);
    if (given.replace(/^"(.*)"$/, '$1') !== version) throw await this.#conflict(name, 'changed');
    if (!element) {
      throw new ConsoleException(HttpStatus.CONFLICT, 'files-unreadable', UNREADABLE, {
        values: { name },
      });
    }
    return { element, version };
  }

  #assertWritable(): void {
    if (this.settings.readOnly) {
      const text = 'The SMS console is read-only: AliyunSmsConsoleModule.forRoot says so';
      throw new ConsoleException(HttpStatus.CONFLICT, 'read-only', text);
    }
    if (this.elements.directory === undefined) {
      const text = 'There are no element folders: give elementsDir to AliyunSmsModule.forRoot';
      throw new ConsoleException(HttpStatus.CONFLICT, 'no-folders', text);
    }
  }
}

/** A title stands on pages and in logs. */
function titleIssues(title: string): SmsSetupIssue[] {
  if (!/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(title)) return [];
  const text = 'title must be without line breaks and control characters';
  return [{ code: 'invalid', rule: 'title-characters', option: 'title', text }];
}

function assertNone(name: string, issues: readonly SmsSetupIssue[]): void {
  if (issues.length > 0) throw new SmsConfigurationError(name, issues);
}
