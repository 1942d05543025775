import { ConflictException, Inject, Injectable, NotFoundException } from '@nestjs/common';
import {
  type ConfigFormField,
  SmsConfigurationError,
  type SmsElement,
  SmsElements,
  type SmsInstanceInfo,
  SmsRegistry,
} from '../index.js';
import { CONSOLE_SETTINGS, type ConsoleSettings } from './console.options.js';
import { editIssues } from './edit.rules.js';
import { editedValues, type FormValues, shownValues } from './form-values.js';
import { assertRequest, objectBody } from './console-http.js';

/** An instance as the page shows it. */
export interface ShownInstance extends FormValues {
  name: string;
  title: string;
  type: string;
  origin: SmsInstanceInfo['origin'];
  sign: string | null;
  /** The access key, masked. */
  key: string | null;
  editable: boolean;
  /** Whether the API can list its templates and signatures and find its messages. */
  isAliyun: boolean;
  /** Whether the API can check its health. */
  hasHealth: boolean;
}

/** Lists, creates, edits and removes instances. Changes are written into element folders. */
@Injectable()
export class InstancesService {
  #lastChange: Promise<unknown> = Promise.resolve();

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

  create(body: unknown): Promise<ShownInstance> {
    return this.#inTurn(() => this.#create(body));
  }

  edit(name: string, body: unknown): Promise<ShownInstance> {
    return this.#inTurn(() => this.#edit(name, body));
  }

  remove(name: string): Promise<void> {
    return this.#inTurn(() => this.#remove(name));
  }

  /** Runs changes one after the other, so that each one sees the result of the one before. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.#lastChange.then(change);
    this.#lastChange = turn.catch(() => {});
    return turn;
  }

  async #create(body: unknown): Promise<ShownInstance> {
    this.#assertWritable();
    const { name, title, type, config } = elementBody(body);
    if (this.registry.has(name) || this.elements.read(name)) {
      throw new ConflictException(`There is an instance "${name}" already: choose another name`);
    }
    return this.#save({ name, title, type, values: this.#edited(name, type, config, {}) });
  }

  async #edit(name: string, body: unknown): Promise<ShownInstance> {
    this.#assertWritable();
    const former = this.#element(name);
    const { title, type, config } = elementBody({ ...objectBody(body), name });
    // The new type would refuse options of the former type.
    const kept = type === former.type ? former.values : {};
    return this.#save({ name, title, type, values: this.#edited(name, type, config, kept) });
  }

  async #remove(name: string): Promise<void> {
    this.#assertWritable();
    this.#element(name);
    await this.elements.remove(name);
  }

  /** @throws SmsConfigurationError for a change that the page must not make */
  #edited(
    name: string,
    type: string,
    edited: Record<string, unknown>,
    former: Record<string, unknown>,
  ): Record<string, unknown> {
    const form = this.#form(type);
    const values = editedValues(form, edited, former);
    const { variables } = this.settings;
    const issues = editIssues({ form, edited, former, values, variables });
    if (issues.length > 0) throw new SmsConfigurationError(name, issues);
    return values;
  }

  async #save(element: SmsElement): Promise<ShownInstance> {
    await this.elements.save(element);
    const saved = this.registry.list().find(({ name }) => name === element.name)!;
    return this.#shown(saved);
  }

  #shown({ name, title, type, origin, config }: SmsInstanceInfo): ShownInstance {
    const element = origin === 'folder' ? this.elements.read(name) : undefined;
    const form = this.#form(type);
    // From the file, which holds `${NAME}`: the variable itself may hold a secret.
    const { verifySign = config.values['verifySign'] } = element?.values ?? {};
    const { accessKey } = config.values;
    return {
      name,
      title,
      type,
      origin,
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

  #element(name: string): SmsElement {
    const origin = this.registry.list().find((each) => each.name === name)?.origin;
    if (origin === undefined) throw new NotFoundException(`There is no SMS instance of this name`);
    const element = origin === 'folder' ? this.elements.read(name) : undefined;
    if (!element) {
      throw new ConflictException(
        `Instance "${name}" is not made of an element folder: change it where it is made`,
      );
    }
    return element;
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

function elementBody(body: unknown) {
  const { name, title, type, config = {} } = objectBody(body);
  assertRequest(typeof name === 'string', 'name must be a string');
  assertRequest(title === undefined || typeof title === 'string', 'title must be a string');
  assertRequest(typeof type === 'string', 'type must be a string');
  return { name, title: title?.trim() || name, type, config: objectBody(config) };
}
