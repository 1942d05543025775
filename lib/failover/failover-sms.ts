import { Logger } from '@nestjs/common';
import { SmsException } from '../errors/sms.exception.js';
import { SmsConfigurationError } from '../errors/sms-configuration.error.js';
import { SmsInstanceUnknownError } from '../errors/sms-instance-unknown.error.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { type InstanceFailure, SmsRequestException } from '../errors/sms-request.exception.js';
import { SmsContext } from '../sms/sms-context.js';
import { SmsType } from '../sms/sms-type.decorator.js';
import { assertMessage } from '../sms/message.parser.js';
import { newOutId } from '../sms/out-id.js';
import type { PingOptions, PingResult } from '../aliyun/ping.js';
import type { SendMessageResult } from '../sms/send-message.result.js';
import { Sms } from '../sms/sms.js';
import type { SmsMessage } from '../sms/sms-message.js';
import { FailoverSmsConfig } from './failover-sms.config.js';
import { judgeFailure } from './moves-on.js';
import { TurnTaking } from './turn-taking.js';

const DEFAULT_REST = 30_000;
// A message on its way knows through which failovers it came; one of them may list another.
const CAME_THROUGH = Symbol('failovers that this message came through');

/** Of an instance that failed; another one under its name has done nothing to deserve it. */
interface Rest {
  /** On the clock of `performance.now()`. */
  until: number;
  revision: number;
}

interface ForwardedMessage extends SmsMessage {
  [CAME_THROUGH]?: readonly string[];
}

/**
 * The type `SMS.Failover`: sends through the first of several instances that can. It moves on where
 * nothing was sent and the message is not to blame: a refusal of account, configuration or quota, and
 * 46003 `not-sent`. An `unknown` outcome ends the send, since the message may be on its way.
 */
@SmsType('SMS.Failover', {
  config: FailoverSmsConfig,
  title: { en: 'Failover of several instances', zh: '多实例故障切换' },
})
export class FailoverSms extends Sms {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  override readonly dependsOn: readonly string[];
  readonly #context: SmsContext<FailoverSmsConfig>;
  readonly #turns: TurnTaking;
  readonly #rests = new Map<string, Rest>();
  readonly #logger = new Logger('AliyunSms');

  constructor(context: SmsContext<FailoverSmsConfig>) {
    super();
    this.name = context.name;
    this.title = context.title;
    this.type = context.type;
    this.#context = context;
    this.dependsOn = context.config.instances;
    this.#turns = new TurnTaking(context.config);
  }

  /** @throws SmsRequestException with the `failures` of all where none could send */
  async sendMessage(message: SmsMessage): Promise<SendMessageResult> {
    assertMessage(message);
    const outId = message.outId ?? newOutId();
    const cameThrough = [...((message as ForwardedMessage)[CAME_THROUGH] ?? []), this.name];
    const failures: InstanceFailure[] = [];
    for (const instance of this.#order()) {
      if (cameThrough.includes(instance)) continue;
      try {
        const content = this.#for(instance, message);
        const forwarded: ForwardedMessage = { ...content, outId, [CAME_THROUGH]: cameThrough };
        const result = await this.#context.instances.get(instance).sendMessage(forwarded);
        this.#rests.delete(instance);
        return result;
      } catch (thrown) {
        const error = asException(thrown, instance);
        const { movesOn, needsRest } = judgeFailure(error);
        if (needsRest) this.#rest(instance, error);
        if (!movesOn) throw thrown;
        failures.push({ instance, error });
        this.#logger.warn(
          `${this.name}: ${instance} cannot send (${reasonOf(error)}), asking the next`,
        );
      }
    }
    throw this.#noneLeft(failures, outId);
  }

  /**
   * Proves that one instance at least could send, of those that can be asked.
   *
   * @throws SmsRequestException with the `failures` of all where none could
   */
  async ping(options: PingOptions = {}): Promise<PingResult> {
    const failures: InstanceFailure[] = [];
    for (const instance of this.#order()) {
      try {
        const sms: Sms & { ping?: FailoverSms['ping'] } = this.#context.instances.get(instance);
        // One failover is not asked by another: they may list each other.
        if (sms.ping && !(sms instanceof FailoverSms)) return await sms.ping(options);
      } catch (thrown) {
        failures.push({ instance, error: asException(thrown, instance) });
      }
    }
    if (failures.length === 0) return {};
    throw this.#noneLeft(failures, undefined);
  }

  /** Those that rest come last: when all of them do, one has to be asked. */
  #order(): string[] {
    const now = performance.now();
    const { config, instances: all } = this.#context;
    const until = (name: string) => {
      const rest = this.#rests.get(name);
      return rest?.revision === all.revision(name) ? rest.until : 0;
    };
    const { instances } = config;
    const awake = instances.filter((name) => until(name) <= now);
    const resting = instances.filter((name) => until(name) > now);
    resting.sort((one, other) => until(one) - until(other));
    return [...this.#turns.next(awake), ...resting];
  }

  #for(instance: string, message: SmsMessage): SmsMessage {
    const codes = this.#context.config.templates?.[instance] ?? {};
    const code = message.verifyTemplateCode;
    return Object.hasOwn(codes, code) ? { ...message, verifyTemplateCode: codes[code]! } : message;
  }

  #rest(instance: string, error: SmsException): void {
    const { retryAfter } = error as Partial<SmsRejectedException>;
    const { rest = DEFAULT_REST } = this.#context.config;
    const duration = retryAfter === undefined ? rest : retryAfter * 1000;
    const revision = this.#context.instances.revision(instance);
    this.#rests.set(instance, { until: performance.now() + duration, revision });
  }

  #noneLeft(failures: readonly InstanceFailure[], outId: string | undefined): SmsRequestException {
    const list = failures.map(({ instance, error }) => `${instance}: ${reasonOf(error)}`);
    return new SmsRequestException({
      reason: 'failover',
      outcome: 'not-sent',
      detail: `No instance of ${this.name} could send (${list.join('; ')})`,
      instance: this.name,
      outId,
      failures,
    });
  }
}

/** An instance that was taken out or cannot be made is one that cannot send. */
function asException(thrown: unknown, instance: string): SmsException {
  if (thrown instanceof SmsException) return thrown;
  if (thrown instanceof SmsInstanceUnknownError || thrown instanceof SmsConfigurationError) {
    return new SmsRequestException({
      reason: 'configuration',
      outcome: 'not-sent',
      detail: `SMS instance "${instance}" is not there, or cannot be used as it is configured`,
      instance,
    });
  }
  throw thrown;
}

function reasonOf(error: SmsException): string {
  const { aliyunCode, reason } = error as { aliyunCode?: string; reason?: string };
  return aliyunCode ?? reason ?? String(error.code);
}
