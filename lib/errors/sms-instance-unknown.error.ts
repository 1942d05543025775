const LISTED = 20;

/** The registry was asked for an instance that it does not have. */
export class SmsInstanceUnknownError extends Error {
  override readonly name = 'SmsInstanceUnknownError';

  constructor(asked: string, existing: readonly string[]) {
    const more = existing.length > LISTED ? `, and ${existing.length - LISTED} more` : '';
    const list = existing.length
      ? `There are: ${existing.slice(0, LISTED).join(', ')}${more}.`
      : 'There are none yet.';
    super(
      `There is no SMS instance "${asked}". ${list} ` +
        'Register it with AliyunSmsModule.forRoot(...) or AliyunSmsModule.forFeature([{ name, ... }]), ' +
        'as an element folder, or with registry.register(...); one of a tenant is loaded by registry.load(name).',
    );
  }
}
