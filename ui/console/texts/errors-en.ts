import type { ConsoleErrorCode } from '../../../lib/console/console.wire.ts';
import type { SmsSetupIssueCode } from '../../../lib/errors/setup-issue.wire.ts';
import type { Values } from './values.ts';

type Say = (values: Values) => string;

export const errorsEn = {
  down: 'It does not work.',
  unreachable: 'The application does not respond. Is it still running?',
  refusedStatus: (status: number) => `The application refused this (HTTP ${status}).`,
  statuses: {
    401: 'Sign in again.',
    403: 'You are not allowed to do this.',
    404: 'This does not exist any more.',
    413: 'This is too large.',
    429: 'Too many requests: wait a moment.',
    500: 'The application could not do this: its log says why.',
  } as Readonly<Record<number, string>>,
  sendErrors: {
    46001: 'The message is not valid.',
    46002: 'Aliyun refused this.',
    46003: 'There is no usable response from Aliyun.',
  } as Readonly<Record<number, string>>,
  refusedLocally: 'The instance refused this before it asked Aliyun.',
  remedy: 'What to do:',
  requestId: 'Request id',
  retryAfter: (seconds: number) => `again in ${seconds} s`,
  issues: {
    required: 'This is needed.',
    notANumber: 'This must be a number.',
    notJson: 'This must be JSON.',
    tooSmall: (min: number) => `This must be ${min} or more.`,
    tooLarge: (max: number) => `This must be ${max} or less.`,
    notPhones: (phones: string) => `Not a phone number: ${phones}`,
    notParams: (line: string) => `Not name=value: ${line}`,
    refused: 'The server does not accept this:',
  },
  codes: {
    'name-taken': () => 'This name is taken: choose another one.',
    'not-found': () => 'There is no instance of this name.',
    changed: () => 'Somebody else has changed this instance meanwhile. Nothing was saved.',
    'files-unreadable': () =>
      'The files of this instance cannot be read now: correct them by hand. The log says where.',
    'not-editable': () => 'This instance is not made of files: change it where it is made.',
    'read-only': () => 'The console is read-only.',
    'no-folders': () => 'There is no folder for instances: give elementsDir to forRoot.',
    'version-missing': () => 'The page did not say which version it changes: reload it.',
    invalid: () => 'Some fields are not right.',
    'variable-not-allowed': (v) =>
      `A variable can stand for a whole key or secret only, and only one of: ${v('variables')}.`,
    'address-needs-secrets': (v) =>
      `Enter this anew: ${v('address')} says where it is sent to, and you have changed that.`,
    'address-refuses-variable': (v) =>
      `A variable cannot stand here, since ${v('address')} says where its value is sent to: enter the value, or set ${v('address')} in the file.`,
    'address-refuses-credentials': (v) =>
      `The credentials of the machine cannot be used with an address of this page: set ${v('address')} in the file.`,
    'not-on-page': () => 'This cannot be set on this page: set it in the file or in code.',
    'title-characters': () => 'The title must be without line breaks and control characters.',
    'body-not-object': () => 'The page sent something that is no object.',
    'body-property': (v) => `${v('field')} has the wrong type.`,
    'too-deep': () => 'This is nested too deep.',
    'not-unicode': () => 'A text has broken characters.',
    'unsafe-key': (v) => `The key ${v('key')} cannot be used.`,
    'query-parameter': (v) => `The parameter ${v('parameter')} is not right.`,
    'not-local': () =>
      'Without guards the console serves this machine only: mount it with guards, see the README.',
    'cross-site': () => 'A page of another site made this request.',
    'content-type': () => 'The request is not JSON in UTF-8.',
    'not-able': () => 'The type of this instance cannot do this.',
    failed: () => 'The application could not do this: its log says why.',
    missing: () => 'This is needed.',
    'unknown-option': () => 'The type does not have this option.',
    'unknown-type': () => 'The application does not have this type.',
    'unknown-instance': (v) => `There is no instance ${v('name')}.`,
    'invalid-name': () =>
      'This name has characters that are not allowed: use letters, digits, - and _.',
    duplicate: () => 'This is there twice.',
    'unset-variable': (v) => `The variable ${v('variable')} is not set.`,
    unreadable: () => 'The file cannot be read, or holds no JSON object.',
    'in-use': (v) => `Other instances send through this one: ${v('instances')}.`,
  } satisfies Partial<Record<ConsoleErrorCode | SmsSetupIssueCode, Say>> as Readonly<
    Record<string, Say>
  >,
  reasons: {
    deadline: 'Aliyun did not respond in time.',
    aborted: 'The send was cancelled.',
    connection: 'There was no connection to Aliyun.',
    credentials: 'There are no credentials for this instance.',
    configuration: 'The instance is not set up completely.',
    failover: 'None of the instances of this failover could send.',
    'server-error': 'Aliyun had an error of its own.',
    'unknown-instance': 'There is no instance of this name.',
    internal: 'The library has a fault: please report it.',
  } as Readonly<Record<string, string>>,
};
