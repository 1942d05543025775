import {
  ConflictException,
  HttpException,
  HttpStatus,
  Inject,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
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
import { editedValues, type FormValues, shownValues } from './form-values.js';
import { assertRequest, objectBody, StaleVersionException } from './console-http.js';

/** An instance as the page shows it. */
export interface ShownInstance extends FormValues {
  name: string;
  title: string;
  type: string;
  origin: SmsInstanceInfo['origin'];
  /** Of its files: a change sends it back in `If-Match`. Null for an instance that is not made from files. */
  version: string | null;
  sign: string | null;
  /** The access key, masked, or the variable that it comes from. */
  key: string | null;
  editable: boolean;
  /** Whether the API can list its templates and signatures and find its messages. */
  isAliyun: boolean;
  /** Whether the API can check its health. */
  hasHealth: boolean;
}

type Values = Readonly<Record<string, unknown>>;

const EXISTS = 'There is an instance or a folder of this name already: choose another name';
const CHANGED =
  'It was changed by somebody else after it was loaded, and nothing was saved: look at what it is now, and make the change again';
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
    @Inject(CONSOLE_SETTINGS) private readonly settings: ConsoleSettings,
  ) {}

  state() {
    const { readOnly } = this.settings;
    const directory = this.elements.directory ?? null;
    return {
      readOnly,
      canCreate: !readOnly && directory !== null,
      directory,
      types: this.registry.types(),
      instances: this.registry.list().map((instance) => this.#shown(instance)),
    };
  }

  async create(body: unknown): Promise<ShownInstance> {
    this.#assertWritable();
    const { name, title, type, config } = elementBody(body);
    if (this.registry.has(name)) throw this.#conflict(name, EXISTS);
    return this.#save({ name, title, type, values: config }, {}, null);
  }

  /** @param version from which the change was made, as the API has given it */
  async edit(name: string, version: unknown, body: unknown): Promise<ShownInstance> {
    this.#assertWritable();
    const former = this.#element(name, version);
    const { title, type, config } = elementBody({ ...objectBody(body), name });
    // The new type would refuse options of the former type.
    const kept = type === former.element.type ? former.element.values : {};
    return this.#save({ name, title, type, values: config }, kept, former.version);
  }

  async remove(name: string, given: unknown): Promise<void> {
    this.#assertWritable();
    const { version } = this.#element(name, given);
    await this.#orConflict(name, CHANGED, () => this.elements.remove(name, version));
  }

  /**
   * @param edited the element with the values that the page has sent
   * @throws SmsConfigurationError for a change that the page must not make
   */
  async #save(edited: SmsElement, former: Values, version: string | null): Promise<ShownInstance> {
    const { name, type } = edited;
    const form = this.#form(type);
    const values = editedValues(form, edited.values, former);
    const { variables } = this.settings;
    const edit = { form, edited: edited.values, former, values, variables };
    assertNone(name, [...titleIssues(edited.title), ...editIssues(edit)]);
    const element = { ...edited, values };
    this.elements.check(element);
    assertNone(name, unlistedIssues(edit));
    await this.#orConflict(name, version === null ? EXISTS : CHANGED, () =>
      this.elements.save(element, version),
    );
    return this.#shown(this.#info(name)!);
  }

  async #orConflict(name: string, text: string, change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
    } catch (error) {
      if (error instanceof SmsElementChangedError) throw this.#conflict(name, text);
      throw error;
    }
  }

  #conflict(name: string, text: string): StaleVersionException {
    const current = this.#info(name);
    return new StaleVersionException(text, current ? this.#shown(current) : null);
  }

  #shown({ name, origin, config, ...info }: SmsInstanceInfo): ShownInstance {
    const { element, version } = this.#stored(name, origin);
    const { title, type } = element ?? info;
    const form = this.#form(type);
    // From the file, which holds `${NAME}`: the variable itself may hold a secret.
    const { verifySign = config.values['verifySign'] } = element?.values ?? {};
    // What a variable stands for is not shown, not even masked: too much of a short one would be left.
    const own = element?.values['accessKey'];
    const accessKey = isPlaceholder(own) ? own : config.values['accessKey'];
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
  #element(name: string, given: unknown): { element: SmsElement; version: string } {
    const origin = this.#info(name)?.origin;
    if (origin === undefined) throw new NotFoundException('There is no SMS instance of this name');
    if (origin !== 'folder') {
      throw new ConflictException(
        `Instance "${name}" is not made of an element folder: change it where it is made`,
      );
    }
    if (typeof given !== 'string' || given === '') {
      throw new HttpException(VERSION_MISSING, HttpStatus.PRECONDITION_REQUIRED);
    }
    const { element, version } = this.#stored(name, origin);
    if (given.replace(/^"(.*)"$/, '$1') !== version) throw this.#conflict(name, CHANGED);
    if (!element) throw new ConflictException(UNREADABLE);
    return { element, version };
  }

  #assertWritable(): void {
    if (this.settings.readOnly) {
      throw new ConflictException(
        'The SMS console is read-only: AliyunSmsConsoleModule.forRoot says so',
      );
    }
    if (this.elements.directory === undefined) {
      throw new ConflictException(
        'There are no element folders: give elementsDir to AliyunSmsModule.forRoot',
      );
    }
  }
}

/** A title stands on pages and in logs. */
function titleIssues(title: string): SmsSetupIssue[] {
  if (!/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(title)) return [];
  const text = 'title must be without line breaks and control characters';
  return [{ code: 'invalid', option: 'title', text }];
}

function assertNone(name: string, issues: readonly SmsSetupIssue[]): void {
  if (issues.length > 0) throw new SmsConfigurationError(name, issues);
}

function elementBody(body: unknown) {
  const { name, title, type, config = {} } = objectBody(body);
  assertRequest(typeof name === 'string', 'name must be a string');
  assertRequest(title === undefined || typeof title === 'string', 'title must be a string');
  assertRequest(typeof type === 'string', 'type must be a string');
  return { name, title: title?.trim() || name, type, config: objectBody(config) };
}
