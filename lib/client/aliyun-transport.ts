import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SmsException } from '../errors/sms.exception.js';
import { readAnswer } from './api-response.js';
import type { ApiAnswer, ApiCall, CallEnd } from './api-call.js';
import { explainFailure } from './request-exception.js';
import { CallRequest } from './call-request.js';
import type { ConnectionPool } from './pool/connection-pool.js';
import {
  type AliyunCredentialProvider,
  type CredentialSource,
  MissingCredentials,
  obtainCredentials,
} from './credentials.js';
import { withinDeadline } from './deadline.js';
import type { Endpoint } from './endpoint.js';
import { httpCall } from './pool/http-call.js';
import { HttpCallFailure } from './pool/http-call-failure.js';
import type { HttpAnswer } from './pool/http-exchange.js';
import { RequestSigner } from './signing/request-signer.js';
import { pauseBeforeRepeat, type RetryOptions } from './retry.js';

export interface TransportSettings {
  endpoint: Endpoint;
  credential: CredentialSource;
  /** Milliseconds for a whole call, all its attempts included. */
  timeout: number;
  retry: Required<RetryOptions>;
}

const AS_IT_IS: CallEnd<ApiAnswer> = {
  answered: (answer) => answer,
  failed: (error) => error,
};

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
  call(call: ApiCall): Promise<ApiAnswer> {
    return this.carry(call, AS_IT_IS);
  }

  /** The same, with what its caller makes of the end. */
  async carry<T>(call: ApiCall, end: CallEnd<T>): Promise<T> {
    const request = this.#requestOf(call);
    let answer: ApiAnswer | undefined;
    // A thousand calls may wait in here, where each variable of each is memory.
    while (!answer) {
      try {
        if (!request.credentials) await this.#ask(request);
        request.trace.attempts++;
        answer = this.#read(await httpCall(this.pool, request), request);
      } catch (error) {
        try {
          await this.#pauseAfter(error, request);
        } catch (failure) {
          throw end.failed(failure);
        }
      }
    }
    return end.answered(answer);
  }

  #requestOf(call: ApiCall): CallRequest {
    const { endpoint, credential, timeout } = this.settings;
    // One signal for many calls is what signals are for; Node warns at the eleventh.
    if (call.signal instanceof AbortSignal) setMaxListeners(0, call.signal);
    const request = new CallRequest(this.#signer, endpoint.origin, call, call.timeout ?? timeout);
    if (!('getCredential' in credential)) request.credentials = credential;
    return request;
  }

  // A method, and not one of the request: an error keeps what the functions on its stack belong to.
  #read(answer: HttpAnswer, request: CallRequest): ApiAnswer {
    return readAnswer(answer, request.call.mustBeOk ?? false, () => request.sensitive());
  }

  async #ask(request: CallRequest): Promise<void> {
    const provider = this.settings.credential as AliyunCredentialProvider;
    const asked = obtainCredentials(provider);
    request.credentials = await withinDeadline(asked, request.remaining, request.signal);
  }

  /** @throws the failure of the call, where it may not be made once more */
  async #pauseAfter(error: unknown, request: CallRequest): Promise<void> {
    const { call, trace, timeout, signal } = request;
    const failure =
      error instanceof HttpCallFailure ? explainFailure(error, this.host, timeout) : error;
    if (!(failure instanceof SmsException)) throw failure;
    const { retry, credential } = this.settings;
    const pause = pauseBeforeRepeat(failure, call.action, trace.attempts, retry);
    if (pause === undefined || pause >= request.remaining) throw failure;
    // Aborted while it waits, the call ends with what its last attempt has proven.
    await sleep(pause, undefined, { signal }).catch(() => {
      throw failure;
    });
    if ('getCredential' in credential) request.credentials = undefined;
  }
}
