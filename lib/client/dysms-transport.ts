import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SmsException } from '../errors/sms.exception.js';
import { readAnswer } from './answer.js';
import type { ApiAnswer, ApiCall, CallTrace } from './api-call.js';
import { explainFailure } from './call-failure.js';
import type { ConnectionPool } from './connection-pool.js';
import {
  type AliyunCredentialProvider,
  type CredentialSource,
  MissingCredentials,
  obtainCredentials,
  type UsableCredentials,
} from './credentials.js';
import { withinDeadline } from './deadline.js';
import type { Endpoint } from './endpoint.js';
import { HttpCallFailure, type HttpRequest, httpCall } from './http-call.js';
import { RequestSigner } from './request-signer.js';
import { pauseBeforeRepeat, type RetryOptions } from './retry.js';
import { sensitiveValues } from './sensitive-values.js';
import { untraced } from './untraced.js';

export interface TransportSettings {
  endpoint: Endpoint;
  credential: CredentialSource;
  /** Milliseconds for a whole call, all its attempts included. */
  timeout: number;
  retry: Required<RetryOptions>;
}

/** The one road to Aliyun: credentials, signature, HTTP, and what the answer proves. */
export class DysmsTransport {
  readonly #signer: RequestSigner;

  constructor(
    private readonly pool: ConnectionPool,
    private readonly settings: TransportSettings,
  ) {
    this.#signer = new RequestSigner(settings.endpoint.host);
  }

  /** Host and port of the endpoint. */
  get host(): string {
    return this.settings.endpoint.host;
  }

  get hasAccount(): boolean {
    return !(this.settings.credential instanceof MissingCredentials);
  }

  /**
   * The answer to HTTP 2xx, whose `Code` may still be a refusal unless the call `mustBeOk`.
   *
   * @throws SmsRejectedException where Aliyun refused the call
   * @throws SmsRequestException where there is no usable answer
   */
  async call(call: ApiCall): Promise<ApiAnswer> {
    const timeout = call.timeout ?? this.settings.timeout;
    const deadline = performance.now() + timeout;
    const trace: CallTrace = call.trace ?? { startedAt: 0, attempts: 0 };
    // One signal for many calls is what signals are for; Node warns at the eleventh.
    if (call.signal instanceof AbortSignal) setMaxListeners(0, call.signal);
    const { credential } = this.settings;
    for (;;) {
      try {
        const credentials =
          'getCredential' in credential
            ? await this.#ask(credential, deadline, call.signal)
            : credential;
        trace.attempts++;
        const request: HttpRequest = {
          origin: this.settings.endpoint.origin,
          sign: () => this.#signer.sign(call, credentials),
          timeout: deadline - performance.now(),
          signal: call.signal,
        };
        // Not in a function of its own: a thousand calls may wait here, each frame of each is memory.
        const answer = await untraced(() => httpCall(this.pool, request));
        return readAnswer(answer, call.mustBeOk ?? false, () => sensitiveValues(call, credentials));
      } catch (error) {
        const failure =
          error instanceof HttpCallFailure ? explainFailure(error, this.host, timeout) : error;
        if (!(failure instanceof SmsException)) throw failure;
        const pause = pauseBeforeRepeat(failure, call.action, trace.attempts, this.settings.retry);
        if (pause === undefined || performance.now() + pause >= deadline) throw failure;
        // Aborted while it waits, the call ends with what its last attempt has proven.
        await sleep(pause, undefined, { signal: call.signal }).catch(() => {
          throw failure;
        });
      }
    }
  }

  #ask(
    provider: AliyunCredentialProvider,
    deadline: number,
    signal: AbortSignal | undefined,
  ): Promise<UsableCredentials> {
    return withinDeadline(obtainCredentials(provider), deadline - performance.now(), signal);
  }
}
