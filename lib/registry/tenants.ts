import { SmsException } from '../errors/sms.exception.js';
import { SmsConfigurationError } from '../errors/sms-configuration.error.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';

/** Gives the configuration of an instance that was not registered, or undefined where there is none. */
export type SmsResolver<Options> = (
  name: string,
) => Options | undefined | null | Promise<Options | undefined | null>;

const IDENTITY = ['name', 'title', 'type'];

/** Asks a resolver, once for all who ask at the same time. */
export class Tenants {
  readonly #asked = new Map<string, Promise<Record<string, unknown> | undefined>>();

  /** @param timeout milliseconds that the resolver is given */
  constructor(
    private readonly resolve: SmsResolver<unknown>,
    private readonly timeout: number,
  ) {}

  /**
   * The options that the resolver gives; a value that is null is left out, as a row of a database has it.
   *
   * @throws SmsRequestException where the resolver fails or is silent: then nothing was sent
   * @throws SmsConfigurationError where it gives no options
   */
  ask(name: string): Promise<Record<string, unknown> | undefined> {
    const asked = this.#asked.get(name);
    if (asked) return asked;
    const asking = this.#ask(name).finally(() => this.#asked.delete(name));
    this.#asked.set(name, asking);
    return asking;
  }

  async #ask(name: string): Promise<Record<string, unknown> | undefined> {
    const options = await this.#answer(name);
    if (options === undefined || options === null) return undefined;
    const given = Object.entries(options).filter(([, value]) => value !== null);
    // Without an option of its own it would be the root itself, and send on the root's account.
    if (typeof options !== 'object' || !given.some(([key]) => !IDENTITY.includes(key))) {
      throw new SmsConfigurationError(name, [
        'resolve gave no options: return an object with properties of its own, such as accessKey and verifySign',
      ]);
    }
    return Object.fromEntries(given);
  }

  async #answer(name: string): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      const detail = `resolve did not answer within ${this.timeout} ms`;
      timer = setTimeout(() => reject(notLoaded(name, detail)), this.timeout);
    });
    try {
      return await Promise.race([this.resolve(name), silence]);
    } catch (error) {
      if (error instanceof SmsException || error instanceof SmsConfigurationError) throw error;
      // Its text may hold anything, the secret that it was about to load included.
      const kind = error instanceof Error ? error.constructor.name : typeof error;
      throw notLoaded(name, `resolve threw ${kind}`);
    } finally {
      clearTimeout(timer);
    }
  }
}

function notLoaded(instance: string, why: string): SmsRequestException {
  return new SmsRequestException({
    reason: 'configuration',
    outcome: 'not-sent',
    detail: `The configuration of SMS instance "${instance}" could not be loaded: ${why}`,
    instance,
  });
}
