import type { CallTrace } from '../client/api-call.js';
import { CallEnded, type CallTime, withinCall } from '../common/call-time.js';
import { errorKind, throwSite } from '../common/error-facts.js';
import { ModuleNotLoadedError } from '../common/module-not-loaded.js';
import { trimText } from '../common/text.js';
import { SmsException } from '../errors/sms.exception.js';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import { endedBefore } from './ended-before.js';
import { failoversOf } from './forwarded-message.js';
import { limitOf, startOf, timeoutOf } from './given-time.js';
import type { HookRunner } from './hook-runner.js';
import { parseMessage } from './message.parser.js';
import { type MessageContent, newOutId, OutgoingMessage } from './outgoing-message.js';
import type { SendMessageResult, SmsMessage } from './sms-message.js';

/** A message that was read: what it says, and what belongs to its call. */
export interface ParsedMessage {
  readonly content: MessageContent;
  readonly outId: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** What a type is given to make its call of. */
export interface Submission extends CallTime {
  readonly outgoing: OutgoingMessage;
  /** The type counts the requests in it. */
  readonly trace: CallTrace;
}

type Submit = (submission: Submission) => Promise<SendMessageResult>;

/** A stage ends the send with a result or an exception, or hands it on. */
export type SendStage = (submission: Submission, next: Submit) => Promise<SendMessageResult>;

// The order is a rule: a repeat of a key gets its first result even if its number is blocked by now, and a
// message that the guard refuses takes no place of a limit.
const STAGES = ['idempotency', 'guard', 'limits'] as const;

/** The stages between a valid message and the call; each is there where an option asks for it. */
export type SendStages = { readonly [Stage in (typeof STAGES)[number]]?: SendStage | undefined };

export interface SendPipelineOptions {
  /** Name of the instance. */
  readonly instance: string;
  readonly hooks: HookRunner;
  /** Signature of a message that names none. */
  readonly sign?: string | undefined;
  /** Whether a message without a signature is refused. */
  readonly requiresSign: boolean;
  /** Changes a message before it is sent; what it returns is parsed again. */
  readonly prepare?: ((message: SmsMessage) => SmsMessage | Promise<SmsMessage>) | undefined;
  readonly stages: SendStages;
  /** Milliseconds for the whole of a send: its stages and its call share them. */
  readonly timeout: number;
  /** Aborted when the application shuts down: from then on no call is made. */
  readonly closing: AbortSignal;
  /** Makes the call. */
  readonly submit: Submit;
}

/**
 * Every send of every type, single or in bulk, goes through here:
 * parse, prepare, idempotency, guard, limits, submit, outcome, hooks.
 */
export class SendPipeline {
  readonly #options: SendPipelineOptions;
  readonly #run: Submit;

  constructor(options: SendPipelineOptions) {
    this.#options = options;
    this.#run = STAGES.reduceRight<Submit>((next, name) => {
      const stage = options.stages[name];
      return stage ? (submission) => stage(submission, next) : next;
    }, options.submit);
  }

  /** Aborted when the application shuts down, so that nothing waits for a call that will not be made. */
  get closing(): AbortSignal {
    return this.#options.closing;
  }

  // Not an async function: of thousands of sends that wait, each would be one more of them.
  send(message: SmsMessage): Promise<SendMessageResult> {
    const trace = startTrace(startOf(message));
    try {
      const read = this.read(message, trace);
      return read instanceof Promise
        ? read.then((parsed) => this.deliver(parsed.content, parsed, trace))
        : this.deliver(read.content, read, trace);
    } catch (thrown) {
      return Promise.reject(
        thrown instanceof SmsException
          ? thrown
          : this.#refused(unreadable(thrown, 'The message'), message, trace),
      );
    }
  }

  /**
   * Parses and prepares a message. Synchronous where the type prepares nothing, since a million messages
   * of a bulk send need not be awaited one by one.
   *
   * @throws SmsParameterException after the hooks were told
   */
  read(
    message: SmsMessage,
    trace: CallTrace = startTrace(),
  ): ParsedMessage | Promise<ParsedMessage> {
    const { prepare } = this.#options;
    try {
      const parsed = this.#parse(message);
      if (!prepare) return parsed;
    } catch (error) {
      throw this.#refused(error, message, trace);
    }
    return this.#prepared(message, prepare, trace).catch((error: unknown) => {
      throw this.#refused(error, message, trace);
    });
  }

  /** Sends what was read, or what several messages that were read have been put together to. */
  async deliver(
    content: MessageContent,
    {
      outId = newOutId(),
      signal,
    }: { outId?: string | undefined; signal?: AbortSignal | undefined },
    trace: CallTrace = startTrace(),
  ): Promise<SendMessageResult> {
    const { instance, hooks, timeout } = this.#options;
    const outgoing = new OutgoingMessage(instance, outId, content);
    const { limit } = content;
    const deadline = trace.startedAt + timeoutOf(limit, timeout);
    hooks.notifyStart(outgoing);
    try {
      const result = await this.#run({ outgoing, deadline, signal, trace });
      hooks.notifyResult(outgoing, result, trace);
      return result;
    } catch (thrown) {
      const error = thrown instanceof SmsException ? thrown : internalError(thrown);
      // An instance of a failover has named itself already, which says more.
      if (error.outId === undefined) error.at({ instance: error.instance ?? instance, outId });
      if (error instanceof SmsRequestException && !error.sentAt) {
        error.about(outgoing.sentAt, content.phones);
      }
      hooks.notifyResult(outgoing, error, trace);
      throw error;
    } finally {
      if (limit) limit.longest = Math.max(limit.longest, performance.now() - trace.startedAt);
    }
  }

  /** Tells the hooks of a message that others have sent, as a failover in bulk lets its instances do. */
  report(content: MessageContent, outId: string, end: SendMessageResult | SmsException): void {
    const { instance, hooks } = this.#options;
    const outgoing = new OutgoingMessage(instance, outId, content);
    hooks.notifyStart(outgoing);
    hooks.notifyResult(outgoing, end, startTrace());
  }

  #parse(message: SmsMessage): ParsedMessage {
    const { sign, requiresSign } = this.#options;
    const content = parseMessage(message, sign);
    if (requiresSign && content.sign === undefined) {
      throw new SmsParameterException({
        verifySign: ['is missing: give it with the message or in the settings of the instance'],
      });
    }
    const outId = message.outId == null ? undefined : trimText(message.outId);
    return { content, outId, signal: message.signal ?? undefined };
  }

  async #prepared(
    message: SmsMessage,
    prepare: NonNullable<SendPipelineOptions['prepare']>,
    { startedAt }: CallTrace,
  ): Promise<ParsedMessage> {
    const { phoneList, params, signal } = message;
    const timeout = timeoutOf(limitOf(message), this.#options.timeout);
    const time = { deadline: startedAt + timeout, signal };
    let prepared: SmsMessage;
    try {
      // A copy: the message is the caller's own.
      const copy = { ...message, phoneList: [...phoneList], params: { ...params } };
      prepared = await withinCall(Promise.resolve(prepare(copy)), time);
    } catch (thrown) {
      if (thrown instanceof CallEnded) throw endedBefore(thrown.reason);
      if (thrown instanceof SmsException) throw thrown;
      throw notSent(`prepare of this instance threw ${described(thrown)}`);
    }
    const parsed = this.#parsePrepared(prepared);
    const came = { through: failoversOf(message), limit: limitOf(message) };
    return { ...parsed, content: { ...parsed.content, ...came } };
  }

  #parsePrepared(prepared: SmsMessage): ParsedMessage {
    try {
      return this.#parse(prepared);
    } catch (thrown) {
      if (thrown instanceof SmsException || thrown instanceof ModuleNotLoadedError) throw thrown;
      throw unreadable(thrown, 'What prepare returned');
    }
  }

  /** What a message of a bulk send throws when it is read goes back to the caller as it is. */
  #refused(thrown: unknown, message: SmsMessage, trace: CallTrace): unknown {
    const error = thrown instanceof ModuleNotLoadedError ? notSent(thrown.message) : thrown;
    if (!(error instanceof SmsException)) return error;
    const { instance, hooks } = this.#options;
    if (error.instance === undefined) error.at({ instance });
    hooks.notifyResult(undefined, error, trace, lastFailoverOf(message));
    return error;
  }
}

function startTrace(startedAt = performance.now()): CallTrace {
  return { startedAt, attempts: 0 };
}

/** A message may have properties that throw when they are read. */
function lastFailoverOf(message: SmsMessage): string | undefined {
  try {
    return failoversOf(message).at(-1);
  } catch {
    return undefined;
  }
}

function unreadable(thrown: unknown, what: string): SmsRequestException {
  return notSent(`${what} could not be read: it threw ${described(thrown)}`);
}

function notSent(detail: string): SmsRequestException {
  return new SmsRequestException({ reason: 'internal', outcome: 'not-sent', detail });
}

// A bug of ours, or of something that was handed in. Once the call has begun nobody can tell how far the
// message came.
function internalError(thrown: unknown): SmsRequestException {
  return new SmsRequestException({
    reason: 'internal',
    outcome: 'unknown',
    detail: `The send ended in ${described(thrown)}, which should be reported as a bug`,
  });
}

function described(thrown: unknown): string {
  return `${errorKind(thrown)} at ${throwSite(thrown) ?? 'an unknown place'}`;
}
