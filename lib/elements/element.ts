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

/** The files that make a folder an element. */
export type ElementFileName = 'e.json' | 'sms.json';
