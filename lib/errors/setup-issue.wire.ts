/** The kind of an issue. Code may branch on it; the text is for people. */
export type SmsSetupIssueCode =
  /** A required value is missing. */
  | 'missing'
  /** A value breaks its rule. */
  | 'invalid'
  /** An option that the type does not have. */
  | 'unknown-option'
  /** No type of the application has this name. */
  | 'unknown-type'
  /** No instance has this name. */
  | 'unknown-instance'
  /** The name of an instance or of an element folder cannot be used. */
  | 'invalid-name'
  /** The same name is used twice. */
  | 'duplicate'
  /** A variable of the environment is not set. */
  | 'unset-variable'
  /** A file cannot be read, or holds no JSON object. */
  | 'unreadable'
  /** The files of an element are not those from which a change was made. */
  | 'changed'
  /** Other instances send through this one. */
  | 'in-use'
  /** A type threw when its instance was made. */
  | 'failed';

/** The values of an issue's text, by which a page can say it in its own words. None is a secret. */
export type SmsIssueValues = Readonly<
  Record<string, string | number | boolean | readonly string[]>
>;

/** One mistake in the setup. */
export interface SmsSetupIssue {
  readonly code: SmsSetupIssueCode;
  /** What is wrong and what to do about it. Fit for a log: it holds no secret. */
  readonly text: string;
  /** The option that the issue is about. */
  readonly option?: string;
  /** Which rule is broken, where the code alone does not say it, such as `whole-number`. */
  readonly rule?: string;
  /** The values of the text, such as `{ min: 1, max: 600000 }`. */
  readonly values?: SmsIssueValues;
}
