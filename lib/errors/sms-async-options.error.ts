/** `forRootAsync` or `forFeatureAsync` was not told where the options come from. */
export class SmsAsyncOptionsError extends Error {
  override readonly name = 'SmsAsyncOptionsError';

  constructor(method: string) {
    super(
      `AliyunSmsModule.${method} got no options: give one of useFactory, useClass and useExisting, ` +
        `for example ${method}({ ${method === 'forRootAsync' ? '' : "name: 'login', "}inject: [ConfigService], useFactory: (config) => ({ ... }) }).`,
    );
  }
}
