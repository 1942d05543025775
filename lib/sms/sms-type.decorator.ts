import { SmsTypeError } from '../errors/setup.errors.js';
import type { LocalizedText } from '../common/localized-text.wire.js';
import type { SmsConfigClass } from '../schema/sms-config-class.interface.js';

// A string, so that two copies of the package read each other's types.
const SMS_TYPE = 'nestjs-aliyun-sms:type';

export interface SmsTypeOptions {
  /**
   * Class of the configuration, with rules of class-validator on its properties: what an instance of
   * this type is given is checked against it, and the console draws its form from it.
   *
   * @default that of the type which is extended
   */
  config?: SmsConfigClass;
  /**
   * What the type is called where people read it.
   *
   * @default its name
   */
  title?: LocalizedText;
}

export interface SmsTypeMetadata extends SmsTypeOptions {
  name: string;
}

/**
 * Names a type: a class of SMS instances. `forRoot({ types: [...] })` adds it, or replaces the one of
 * the same name.
 *
 * @example
 * @SmsType('SMS.Aliyun')
 * export class BilingualSms extends AliyunSms { … }
 * @throws SmsTypeError for a name that is not `SMS.` and a word
 */
export function SmsType(name: string, options: SmsTypeOptions = {}): ClassDecorator {
  if (!/^SMS\.[\p{L}\p{N}_-]{1,64}$/u.test(name) || name === 'SMS.Meta') {
    throw new SmsTypeError(
      `A type cannot be called "${name}": write 'SMS.' and a word, such as @SmsType('SMS.MyVendor')`,
    );
  }
  return (target) => {
    Reflect.defineMetadata(SMS_TYPE, { ...findSmsType(target), ...options, name }, target);
  };
}

/** What `@SmsType` says of a class, or of the class that it extends. */
export function smsTypeOf(target: unknown): SmsTypeMetadata {
  const metadata = findSmsType(target);
  if (!metadata) {
    throw new SmsTypeError(
      typeof target === 'function'
        ? `${target.name} in forRoot({ types }) is no SMS type: extend Sms or AliyunSms and decorate it with @SmsType('SMS.${target.name}')`
        : `forRoot({ types }) holds ${typeof target} in place of a class: do two files import each other?`,
    );
  }
  return metadata;
}

/** What `@SmsType` says of a class, where it says anything. */
export function findSmsType(target: unknown): SmsTypeMetadata | undefined {
  return typeof target === 'function'
    ? (Reflect.getMetadata(SMS_TYPE, target) as SmsTypeMetadata | undefined)
    : undefined;
}
