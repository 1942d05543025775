/** Two registrations of one name. */
export class SmsInstanceExistsError extends Error {
  override readonly name = 'SmsInstanceExistsError';

  constructor(instance: string) {
    super(
      `SMS instance "${instance}" is registered twice. Give each forRoot and forFeature entry a name of its own, ` +
        'and where two modules need the same instance, register it in one of them and import that module in the other.',
    );
  }
}
