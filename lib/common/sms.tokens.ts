/** Name of the instance that `forRoot` makes where it is given none. */
export const DEFAULT_INSTANCE = 'default';

/** Token of the options of `forRoot`. A string, so that two copies of the package mean the same. */
export const SMS_ROOT_OPTIONS = 'ALIYUN_SMS_ROOT_OPTIONS';

/** Token of the types of an application. */
export const SMS_TYPES = 'ALIYUN_SMS_TYPES';

/** Token of the instances of an application, which `SmsRegistry` shows. */
export const SMS_INSTANCES = 'ALIYUN_SMS_INSTANCES';

/** Token of the types that `forRoot` adds. */
export const SMS_ROOT_TYPES = 'ALIYUN_SMS_ROOT_TYPES';

/**
 * Injection token of an instance: its full name.
 *
 * @example getSmsToken('login') // 'SMS.login'
 */
export function getSmsToken(name: string = DEFAULT_INSTANCE): string {
  return `SMS.${name}`;
}
