/**
 * The options of each type, by the type's name, so that a typo in `forFeature` does not compile. The author of
 * a type adds its line by declaration merging.
 *
 * @example
 * declare module 'nestjs-aliyun-sms' {
 *   interface SmsTypeOptionsMap { 'SMS.Acme': AcmeSmsConfig }
 * }
 */
export interface SmsTypeOptionsMap {}
