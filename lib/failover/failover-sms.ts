import { brand } from '../common/brand.js';
import { timeLeft } from '../common/call-time.js';
import { Logger } from '@nestjs/common';
import type { SmsException } from '../errors/sms.exception.js';
import type { InstanceFailure } from '../errors/sms-request.exception.js';
import {
  assertBulkOptions,
  type BulkOptions,
  type BulkResult,
  type MessageSource,
} from '../sms/bulk.options.js';
import { endedBefore } from '../sms/ended-before.js';
import { forwardMessage } from '../sms/forwarded-message.js';
import { deadlineOf, type TimeLimit, withLimit } from '../sms/given-time.js';
import type { TemplateParams } from '../sms/send-message.dto.js';
import type { SendMessageResult, SmsMessage } from '../sms/sms-message.js';
import type { ParsedMessage, SendPipeline, Submission } from '../sms/send-pipeline.js';
import { Sms } from '../sms/sms.js';
import type {
  MessageQuery,
  MessageState,
  PingOptions,
  PingResult,
} from '../sms/sms-capabilities.interface.js';
import { SmsContext } from '../sms/sms-context.js';
import { SmsType } from '../sms/sms-type.decorator.js';
import { type FailoverBulkHost, FailoverBulkSender, startBulk } from './failover-bulk-sender.js';
import { noneLeft, reasonOf, timeOver, toException } from './failover-failure.js';
import { decide } from './failover-policy.js';
import { FAILOVER_DEFAULTS, FailoverSmsConfig } from './failover-sms.config.js';
import { InstanceSelector } from './instance-selector.js';
import { MIN_TIME_LEFT, sendWithin, timeLimit } from './send-within.js';

/**
 * The type `SMS.Failover`: sends through the first of several instances that can. It tries the next one
 * where nothing was sent and the message is not to blame: a refusal of account, configuration or quota, and
 * 46003 `not-sent`. An `unknown` outcome ends the send, since the message may be on its way.
 */
@SmsType('SMS.Failover', {
  config: FailoverSmsConfig,
  title: { en: 'Failover of several instances', zh: '多实例故障切换' },
})
export class FailoverSms extends Sms {
  static {
    brand(this, 'FailoverSms');
  }

  readonly name: string;
  readonly title: string;
  readonly type: string;
  override readonly dependsOn: readonly string[];
  readonly #context: SmsContext<FailoverSmsConfig>;
  readonly #timeout: number;
  readonly #selector: InstanceSelector;
  readonly #pipeline: SendPipeline;
  readonly #logger = new Logger('AliyunSms');

  constructor(context: SmsContext<FailoverSmsConfig>) {
    super();
    const { name, title, type, config, instances, runtime } = context;
    this.name = name;
    this.title = title;
    this.type = type;
    this.dependsOn = config.instances;
    this.#context = context;
    this.#timeout = config.timeout ?? FAILOVER_DEFAULTS.timeout;
    this.#selector = new InstanceSelector(config, instances);
    this.#pipeline = runtime.createPipeline({
      instance: name,
      options: { logging: config.logging, hooks: config.hooks, timeout: this.#timeout },
      requiresSign: false,
      prepare: this.prepare && ((message) => this.prepare!(message)),
      submit: (submission) => this.#submit(submission),
    });
  }

  /**
   * Changes a message before it is checked again and handed to an instance: gets and returns a plain message.
   *
   * @default the message is sent as it is
   */
  protected prepare?(message: SmsMessage): SmsMessage | Promise<SmsMessage>;

  /** @throws SmsRequestException with the `failures` of all instances where none could send */
  sendMessage(message: SmsMessage): Promise<SendMessageResult> {
    return this.#pipeline.send(message);
  }

  /**
   * Sends any number of messages through the `sendMessages` of its instances. Those that one instance cannot
   * send go to the next one; nothing is repeated whose outcome is unknown.
   */
  override sendMessages(
    messages: MessageSource,
    options: BulkOptions = {},
  ): AsyncGenerator<BulkResult, void, void> {
    assertBulkOptions(messages, options);
    const host: FailoverBulkHost = {
      name: this.name,
      timeout: this.#timeout,
      order: (through) => this.#order(through),
      send: (instance, parsed, each, limit) => this.#sendInBulk(instance, parsed, each, limit),
      failed: (instance, error) => this.#failed(instance, error),
    };
    return new FailoverBulkSender(this.#pipeline, host, options).send(messages);
  }

  /**
   * What became of a message, whichever instance has sent it: the first answer of an instance that knows the
   * message.
   *
   * @throws SmsException of an instance that could not be asked, where no other one knows the message
   */
  override async findMessage(query: MessageQuery): Promise<MessageState> {
    const deadline = deadlineOf(query, this.#timeout);
    let failure: { error: unknown } | undefined;
    for (const instance of this.dependsOn) {
      try {
        const limited = withLimit(query, timeLimit(timeLeft({ deadline })));
        const state = await this.#context.instances.get(instance).findMessage?.(limited);
        if (state !== undefined && state !== 'not-found-yet') return state;
      } catch (error) {
        failure ??= { error };
      }
    }
    if (failure) throw failure.error;
    return 'not-found-yet';
  }

  /**
   * Proves that one instance at least could send, of those that can be asked.
   *
   * @throws SmsRequestException with the `failures` of all where none could
   */
  override async ping(options: PingOptions = {}): Promise<PingResult> {
    const deadline = deadlineOf(options, options.timeout ?? this.#timeout);
    const failures: InstanceFailure[] = [];
    for (const instance of this.#selector.order()) {
      try {
        const limited = withLimit(options, timeLimit(timeLeft({ deadline })));
        const sms = this.#context.instances.get(instance);
        // One failover is not asked by another: they may list each other.
        if (sms.ping && !(sms instanceof FailoverSms)) return await sms.ping(limited);
      } catch (thrown) {
        failures.push({ instance, error: toException(thrown, instance) });
      }
    }
    if (failures.length === 0) return {};
    throw noneLeft({ failover: this.name, failures, outId: undefined });
  }

  async #submit({ outgoing, deadline, signal, trace }: Submission): Promise<SendMessageResult> {
    const { content, outId } = outgoing;
    const failures: InstanceFailure[] = [];
    const failure = { failover: this.name, failures, outId };
    for (const instance of this.#order(content.through)) {
      if (signal?.aborted) throw endedBefore('aborted');
      const left = timeLeft({ deadline });
      if (left < MIN_TIME_LEFT) throw timeOver(failure, instance);
      try {
        trace.attempts++;
        const parsed = { content, outId, signal };
        const message = this.#messageFor(instance, parsed, timeLimit(left));
        const result = await sendWithin(this.#context.instances.get(instance), message);
        this.#selector.succeeded(instance);
        return result;
      } catch (thrown) {
        const error = toException(thrown, instance);
        if (!this.#failed(instance, error)) throw thrown;
        failures.push({ instance, error });
      }
    }
    throw noneLeft(failure);
  }

  async *#sendInBulk(
    instance: string,
    parsed: readonly ParsedMessage[],
    options: BulkOptions,
    limit: TimeLimit,
  ): AsyncGenerator<BulkResult> {
    const messages = parsed.map((each) => this.#messageFor(instance, each, limit));
    let results: AsyncIterable<BulkResult>;
    try {
      results = startBulk(this.#context.instances.get(instance), messages, options);
    } catch (thrown) {
      const error = toException(thrown, instance);
      for (const [index, message] of messages.entries()) {
        yield { index, message, outcome: error.outcome, error };
      }
      return;
    }
    for await (const result of results) {
      if (result.outcome === 'accepted') this.#selector.succeeded(instance);
      yield result;
    }
  }

  /** Two failovers may list each other: none of them is asked twice for a message. */
  #order(through: readonly string[]): string[] {
    return this.#selector
      .order()
      .filter((instance) => instance !== this.name && !through.includes(instance));
  }

  /**
   * A plain message again, since the instance checks it by itself: with the template code of the instance, and
   * marked as an attempt of this failover.
   */
  #messageFor(
    instance: string,
    { content, outId, signal }: ParsedMessage,
    limit: TimeLimit,
  ): SmsMessage {
    const { template, sign, phones, params, extendCode, through } = content;
    const { templates = {} } = this.#context.config;
    const codes = Object.hasOwn(templates, instance) ? templates[instance]! : {};
    const message: SmsMessage = {
      phoneList: [...phones],
      params: params as TemplateParams,
      verifyTemplateCode: Object.hasOwn(codes, template) ? codes[template]! : template,
      ...(outId !== undefined && { outId }),
      ...(sign !== undefined && { verifySign: sign }),
      ...(extendCode !== undefined && { smsUpExtendCode: extendCode }),
      ...(signal && { signal }),
    };
    return withLimit(forwardMessage(message, [...through, this.name]), limit);
  }

  /** Returns whether the next instance may be asked. */
  #failed(instance: string, error: SmsException): boolean {
    const { tryNext, coolDown } = decide(error);
    if (coolDown) this.#selector.coolDown(instance, error);
    if (tryNext) {
      this.#logger.warn(
        `${this.name}: ${instance} cannot send (${reasonOf(error)}), asking the next`,
      );
    }
    return tryNext;
  }
}
