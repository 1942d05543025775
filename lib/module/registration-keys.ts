import { SmsConfigurationError, type SmsSetupIssue } from '../errors/setup.errors.js';
import type { AliyunSmsAsyncSource, SmsRootRegistration } from './aliyun-sms.module-definition.js';

const REGISTRATION_KEYS = {
  name: true,
  isGlobal: true,
  imports: true,
  types: true,
  elementsDir: true,
  watch: true,
} satisfies Record<keyof SmsRootRegistration, true>;

const SOURCE_KEYS: ReadonlySet<string> = new Set(
  Object.keys({
    imports: true,
    inject: true,
    useFactory: true,
    useClass: true,
    useExisting: true,
    extraProviders: true,
  } satisfies Record<keyof AliyunSmsAsyncSource, true>),
);

/**
 * @param registered what the registration says, which a factory may repeat
 * @throws SmsConfigurationError for keys that a factory returned and that would have no effect
 */
export function assertNoRegistrationKeys(
  options: object,
  registered: Readonly<Record<string, unknown>> & { name: string },
  method: string,
): void {
  const keys = new Set([...Object.keys(REGISTRATION_KEYS), ...Object.keys(registered)]);
  const issues = Object.entries(options)
    .filter(([key, value]) => keys.has(key) && value !== undefined && value !== registered[key])
    .map(([option]) => {
      const place =
        option === 'isGlobal' && method === 'forFeatureAsync'
          ? 'it belongs into the second argument, as in forFeatureAsync([{ name, useFactory }], { isGlobal: true })'
          : `it belongs beside useFactory, as in ${method}({ ${option}, useFactory })`;
      const text = `${option} cannot come from a factory, since Nest has to know it before: ${place}`;
      return { code: 'unknown-option' as const, option, text };
    });
  if (issues.length > 0) throw new SmsConfigurationError(registered.name, issues);
}

/** @throws SmsConfigurationError for what stands beside `useFactory` and would have no effect there */
export function assertSourceKeys(source: object, instance: string, method: string): void {
  const issues = Object.entries(source)
    .filter(([key, value]) => !SOURCE_KEYS.has(key) && value !== undefined)
    .map(([key]) => strayKey(key, method));
  if (issues.length > 0) throw new SmsConfigurationError(instance, issues);
}

function strayKey(wrong: string, method: string): SmsSetupIssue {
  const shown = /^[\w$]{1,40}$/.test(wrong) ? wrong : 'a key';
  const place =
    wrong === 'isGlobal'
      ? `it belongs into the second argument, as in ${method}([{ name, useFactory }], { isGlobal: true })`
      : 'return it from the factory';
  const text = `${shown} stands beside the source of options of ${method}, where it has no effect: ${place}`;
  return { code: 'unknown-option', option: wrong, text };
}
