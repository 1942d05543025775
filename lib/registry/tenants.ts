import { SmsException } from '../errors/sms.exception.js';
import { SmsConfigurationError } from '../errors/sms-configuration.error.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';

/** Gives the configuration of an instance that was not registered, or undefined where there is none. */
export type SmsResolver<Options> = (
  name: string,
) => Options | undefined | null | Promise<Options | undefined | null>;

/** Asks a resolver, once for all who ask at the same time. */
export class Tenants<Options> {
  readonly #asked = new Map<string, Promise<Options | undefined>>();

  constructor(private readonly resolve: SmsResolver<Options>) {}

  /** @throws SmsRequestException where the resolver fails: then nothing was sent */
  ask(name: string): Promise<Options | undefined> {
    const asked = this.#asked.get(name);
    if (asked) return asked;
    const asking = this.#ask(name).finally(() => this.#asked.delete(name));
    this.#asked.set(name, asking);
    return asking;
  }

  async #ask(name: string): Promise<Options | undefined> {
    try {
      return (await this.resolve(name)) ?? undefined;
    } catch (error) {
      if (error instanceof SmsException || error instanceof SmsConfigurationError) throw error;
      // Its text may hold anything, the secret that it was about to load included.
      const kind = error instanceof Error ? error.constructor.name : typeof error;
      throw new SmsRequestException({
        reason: 'configuration',
        outcome: 'not-sent',
        detail: `The configuration of SMS instance "${name}" could not be loaded: resolve threw ${kind}`,
        instance: name,
      });
    }
  }
}
