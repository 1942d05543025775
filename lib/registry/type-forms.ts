import { configForm, type ConfigFormField, type SmsTypes } from '../schema/index.js';
import type { SmsTypeInfo } from './sms-instance-info.interface.js';

/** The types of an application as a form needs them. */
export class TypeForms {
  readonly #forms = new Map<string, ConfigFormField[]>();

  constructor(
    private readonly types: SmsTypes,
    /** The options of `forRoot`: what they give need not be entered. */
    private readonly root: object | undefined,
  ) {}

  all(): SmsTypeInfo[] {
    return this.types.all().map(({ name, title = { en: name, zh: name } }) => ({
      name,
      title,
      fields: this.of(name),
    }));
  }

  of(type: string): ConfigFormField[] {
    const known = this.#forms.get(type);
    if (known) return known;
    const form = this.#create(type);
    this.#forms.set(type, form);
    return form;
  }

  #create(type: string): ConfigFormField[] {
    const Config = this.types.get(type)?.config;
    if (!Config) return [];
    const origin = { root: this.root, isDefault: false, place: '' };
    return configForm(Config, Config.complete?.({}, origin).missing);
  }
}
