import { brand } from '../common/brand.js';
import type { SmsSetupIssue, SmsSetupIssueCode } from './setup-issue.wire.js';
import { shownName } from './shown-name.js';

export type { SmsIssueValues, SmsSetupIssue, SmsSetupIssueCode } from './setup-issue.wire.js';

/** An issue of an element folder. */
export interface SmsElementIssue extends SmsSetupIssue {
  /** The file or folder, as a reader would type it. */
  readonly file: string;
}

/**
 * The setup of the application cannot work. It is thrown at bootstrap, when an instance is registered, or
 * when element folders are read, but never by `sendMessage`. It lists all issues at once.
 */
export abstract class SmsSetupError extends Error {
  static {
    brand(this, 'SmsSetupError');
  }

  abstract override readonly name: string;
  readonly issues: readonly SmsSetupIssue[];

  constructor(message: string, issues: readonly SmsSetupIssue[]) {
    super(message);
    this.issues = issues;
  }
}

/** The settings of an instance cannot work. */
export class SmsConfigurationError extends SmsSetupError {
  static {
    brand(this, 'SmsConfigurationError');
  }

  override readonly name = 'SmsConfigurationError';
  /** Name of the instance. */
  readonly instance: string;

  constructor(instance: string, issues: readonly SmsSetupIssue[]) {
    const name = shownName(instance);
    super(`SMS instance "${name}" cannot be used:${listOf(issues)}`, issues);
    this.instance = name;
  }
}

/** Element folders cannot be used. */
export class SmsElementsError extends SmsSetupError {
  static {
    brand(this, 'SmsElementsError');
  }

  override readonly name = 'SmsElementsError';
  declare readonly issues: readonly SmsElementIssue[];

  constructor(issues: readonly SmsElementIssue[]) {
    const lines = issues.map(({ file, text }) => ({ text: `${file}: ${text}` }));
    super(`SMS element folders cannot be used:${listOf(lines)}`, issues);
  }
}

/** The files of an element are not those from which a change was made: nothing was written. */
export class SmsElementChangedError extends SmsSetupError {
  static {
    brand(this, 'SmsElementChangedError');
  }

  override readonly name = 'SmsElementChangedError';

  /** @param folder the folder of the element, as issues show it */
  constructor(folder: string) {
    const text = `${folder} was changed in the meantime: read it again, and make the change to what it holds now`;
    super(text, [{ code: 'changed', text }]);
  }
}

/** A class cannot be used as an SMS type. */
export class SmsTypeError extends SmsSetupError {
  static {
    brand(this, 'SmsTypeError');
  }

  override readonly name = 'SmsTypeError';

  constructor(text: string, code: SmsSetupIssueCode = 'invalid') {
    super(text, [{ code, text }]);
  }
}

/** `forRootAsync` or `forFeatureAsync` got no source of options, or one that gave none. */
export class SmsAsyncOptionsError extends SmsSetupError {
  static {
    brand(this, 'SmsAsyncOptionsError');
  }

  override readonly name = 'SmsAsyncOptionsError';

  /** @param given what the source gave in place of options, by its type */
  constructor(method: string, given?: string) {
    const name = method === 'forRootAsync' ? '' : "name: 'login', ";
    const text =
      given === undefined
        ? `AliyunSmsModule.${method} got no options: give one of useFactory, useClass and useExisting, ` +
          `for example ${method}({ ${name}inject: [ConfigService], useFactory: (config) => ({ ... }) }).`
        : `AliyunSmsModule.${method} got ${given} from its factory in place of options: return an object, ` +
          `such as { accessKey, accessSecret, verifySign }.`;
    super(text, [{ code: 'missing', text }]);
  }
}

/** Two instances are registered under one name. */
export class SmsInstanceExistsError extends SmsSetupError {
  static {
    brand(this, 'SmsInstanceExistsError');
  }

  override readonly name = 'SmsInstanceExistsError';

  constructor(instance: string) {
    const text =
      `SMS instance "${shownName(instance)}" is registered twice. Give each forRoot and forFeature entry a name of its own, ` +
      'and where two modules need the same instance, register it in one of them and import that module in the other.';
    super(text, [{ code: 'duplicate', option: 'name', text }]);
  }
}

/** Lists the texts, each once: one text may be the issue of several options. */
function listOf(issues: readonly Pick<SmsSetupIssue, 'text'>[]): string {
  const texts = new Set(issues.map(({ text }) => text));
  return [...texts].map((text) => `\n- ${text}`).join('');
}
