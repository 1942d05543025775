import type { ConfigFieldOptions } from '../lib/schema/config-field.decorator.js';

type Language = 'en' | 'zh';
type Parts = Record<string, string>;

export function readmeParts(
  code: {
    configFieldsOf: (target: object) => ReadonlyMap<string, ConfigFieldOptions>;
    AliyunSmsConfig: object;
    SmsRootConfig: object;
    FailoverSmsConfig: object;
  },
  language: Language,
): Parts;
export function emulatorParts(
  code: { OPERATIONS: ReadonlyMap<string, unknown> },
  language: Language,
): Parts;
export function withParts(document: string, parts: Parts): Promise<string>;
