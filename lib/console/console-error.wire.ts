import type { LocalizedText } from '../common/localized-text.wire.js';
import type { SmsIssueValues, SmsSetupIssueCode } from '../errors/setup-issue.wire.js';
import type { SmsOutcome } from '../errors/sms-outcome.wire.js';
import type { InstanceAnswer } from './instance.wire.js';

/** What a request of the console itself may fail with. */
export type ConsoleErrorCode =
  /** There is an instance or a folder of this name. `name` */
  | 'name-taken'
  /** There is no instance of this name. */
  | 'not-found'
  /** Somebody else has changed the instance. `current` is what it is now. */
  | 'changed'
  /** The files were changed, and cannot be read now. `name` */
  | 'files-unreadable'
  /** The instance is made in code, at run time or by `resolve`. `name`, `origin` */
  | 'not-editable'
  /** `forRoot` says that the console changes nothing. */
  | 'read-only'
  /** `forRoot` names no folder of elements. */
  | 'no-folders'
  /** `If-Match` is missing. */
  | 'version-missing'
  /** Several issues of more than one code: see `issues`. */
  | 'invalid'
  /** A variable of the environment must not be named here. `variables` */
  | 'variable-not-allowed'
  /** A secret has to be given anew, since an address was changed. `address`: the option */
  | 'address-needs-secrets'
  /** A variable cannot stand here, since the page says where its value is sent to. `address` */
  | 'address-refuses-variable'
  /** The credentials of the machine cannot be used with an address of the page. `address` */
  | 'address-refuses-credentials'
  /** An option that files and code may have, but this page may not set. */
  | 'not-on-page'
  /** The title has a line break or a control character. */
  | 'title-characters'
  /** The body is no JSON object. */
  | 'body-not-object'
  /** A property of the body has the wrong type. `field`, `expected` */
  | 'body-property'
  /** The body is nested too deep. `max` */
  | 'too-deep'
  /** A text is not well-formed Unicode. */
  | 'not-unicode'
  /** A key has a meaning in JavaScript. `key` */
  | 'unsafe-key'
  /** A parameter of the query. `parameter`, `expected` */
  | 'query-parameter'
  /** The request is not from this machine. `reason`: `unix-socket`, `remote`, `proxy` or `host` */
  | 'not-local'
  /** A page of another site made the request. */
  | 'cross-site'
  /** The content type is not JSON in UTF-8. */
  | 'content-type'
  /** The type of the instance cannot do this. `type`, `ability`: `templates`, `delivery` or `health` */
  | 'not-able'
  /** A guard, a pipe or Nest itself refused the request. `status` */
  | 'http'
  /** An unexpected error: the log of the application has it. `cause`: its system code, or empty */
  | 'failed';

/** Codes of an issue: those of the setup, of its rules, and of the console. Types of others may have more. */
export type ConsoleIssueCode = SmsSetupIssueCode | ConsoleErrorCode | (string & {});

/** One mistake in what was sent. */
export interface ConsoleIssue {
  code: ConsoleIssueCode;
  /** The field that it is about, such as `name`, `endpoint` or `phoneList`. */
  field: string | null;
  /** The values of the text. */
  values: SmsIssueValues;
  /** The issue in English. */
  text: string;
}

/** Why an instance of a failover could not send. */
export interface ConsoleFailure {
  instance: string;
  code: number;
  outcome: SmsOutcome;
  aliyunCode?: string;
  reason?: string;
  message: string;
}

/** An error. A page says `code` with `values` in its own language. */
export interface ConsoleError {
  /** 46001 (`issues` has the violations), 46002 (`aliyunCode`) and 46003 (`reason`, `outcome`) are those of a send. */
  code: ConsoleErrorCode | ConsoleIssueCode | 46001 | 46002 | 46003;
  values: SmsIssueValues;
  /** The error in English. */
  message: string;
  /** Each mistake in what was sent. */
  issues: readonly ConsoleIssue[];
  /** The texts of the issues in English, by field. */
  fields?: Readonly<Record<string, readonly string[]>>;
  /** With `name-taken` and `changed`: what is stored now, or null where there is nothing. */
  current?: InstanceAnswer | null;
  outcome?: Exclude<SmsOutcome, 'accepted'>;
  repeat?: 'no' | 'later' | 'care';
  aliyunCode?: string;
  /** With 46002: what Aliyun says, redacted. */
  aliyunMessage?: string;
  /** With 46002: whether the instance refused it before any request. */
  local?: boolean;
  /** With 46003: why there is no usable response, such as `deadline`. */
  reason?: string;
  /** With 46003: the HTTP status, if there was a response. */
  status?: number;
  /** With the reason `failover`. */
  failures?: readonly ConsoleFailure[];
  instance?: string;
  outId?: string;
  requestId?: string;
  /** Seconds. */
  retryAfter?: number;
  /** Of the catalogue, for an `aliyunCode`: what happened, and what to do. */
  text?: LocalizedText;
  remedy?: LocalizedText;
}

/** Any response other than 2xx. */
export interface ErrorAnswer {
  error: ConsoleError;
}
