import { ConflictException, Inject, Injectable, NotFoundException } from '@nestjs/common';
import {
  type ConfigFormField,
  type SmsElement,
  SmsElements,
  type SmsInstanceInfo,
  SmsRegistry,
} from '../index.js';
import { CONSOLE_SETTINGS, type ConsoleSettings } from './console.options.js';
import { editedValues, type FormValues, shownValues } from './form-values.js';
import { bodyObject, needs } from './request-body.js';

/** An instance as the page shows it. */
export interface ShownInstance extends FormValues {
  name: string;
  title: string;
  type: string;
  origin: SmsInstanceInfo['origin'];
  sign: string | null;
  /** Masked. */
  key: string | null;
  editable: boolean;
  /** Whether templates, signatures and delivery can be asked for. */
  isAliyun: boolean;
  /** Whether it can be asked for its health. */
  hasHealth: boolean;
}

/** The instances, looked at and changed by a person. Changes go into element folders. */
@Injectable()
export class InstancesService {
  #last: Promise<unknown> = Promise.resolve();

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

  /** One change after the other: each finds what the former one has left. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(change);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #create(body: unknown): Promise<ShownInstance> {
    this.#needsWritable();
    const { name, title, type, config } = elementBody(body);
    if (this.registry.has(name) || this.elements.read(name)) {
      throw new ConflictException(`There is an instance "${name}" already: choose another name`);
    }
    return this.#save({ name, title, type, values: editedValues(this.#form(type), config, {}) });
  }

  async #edit(name: string, body: unknown): Promise<ShownInstance> {
    this.#needsWritable();
    const former = this.#element(name);
    const { title, type, config } = elementBody({ ...bodyObject(body), name });
    // What another type's form does not know would be refused there.
    const kept = type === former.type ? former.values : {};
    return this.#save({ name, title, type, values: editedValues(this.#form(type), config, kept) });
  }

  async #remove(name: string): Promise<void> {
    this.#needsWritable();
    this.#element(name);
    await this.elements.remove(name);
  }

  async #save(element: SmsElement): Promise<ShownInstance> {
    await this.elements.save(element);
    const saved = this.registry.list().find(({ name }) => name === element.name)!;
    return this.#shown(saved);
  }

  #shown({ name, title, type, origin, config }: SmsInstanceInfo): ShownInstance {
    const element = origin === 'folder' ? this.elements.read(name) : undefined;
    const form = this.#form(type);
    // As the file has it: a variable of the environment may be anything.
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

  #needsWritable(): void {
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
  const { name, title, type, config = {} } = bodyObject(body);
  needs(typeof name === 'string', 'name must be a string');
  needs(title === undefined || typeof title === 'string', 'title must be a string');
  needs(typeof type === 'string', 'type must be a string');
  return { name, title: title?.trim() || name, type, config: bodyObject(config) };
}
