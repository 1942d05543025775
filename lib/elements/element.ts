/** An SMS instance that stands as a folder: `<name>/e.json` says what it is, `<name>/sms.json` its settings. */
export interface SmsElement {
  /** Name of the folder. */
  name: string;
  /** What people call it. */
  title: string;
  /** Its type, such as `SMS.Aliyun`. */
  type: string;
  /** `sms.json` as it stands in the file: `${ENV_NAME}` is not replaced. */
  values: Record<string, unknown>;
}

/** One thing that is wrong with an element. Fit for a log: it holds nothing of what the files say. */
export interface ElementFault {
  /** The file or folder as a reader types it: relative to the working directory where it lies below it. */
  file: string;
  /** What is wrong, and what to do about it. */
  problem: string;
}

/** The files that make a folder an element. */
export type ElementFileName = 'e.json' | 'sms.json';
