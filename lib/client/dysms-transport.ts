import type { Dispatcher } from 'undici';
import { readAnswer } from './answer.js';
import type { ApiAnswer, ApiCall } from './api-call.js';
import { explainFailure } from './call-failure.js';
import { type CredentialSource, obtainCredentials, type UsableCredentials } from './credentials.js';
import { withinDeadline } from './deadline.js';
import type { Endpoint } from './endpoint.js';
import { HttpCallFailure, httpCall } from './http-call.js';
import { sensitiveValues } from './sensitive-values.js';
import { signRequest } from './signed-request.js';

export interface TransportSettings {
  endpoint: Endpoint;
  credential: CredentialSource;
  /** Milliseconds for a whole call. */
  timeout: number;
}

/** The one road to Aliyun: credentials, signature, HTTP, and what the answer proves. */
export class DysmsTransport {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly settings: TransportSettings,
  ) {}

  /** Host and port of the endpoint. */
  get host(): string {
    return this.settings.endpoint.host;
  }

  /**
   * The answer to HTTP 2xx, whose `Code` may still be a refusal unless the call `mustBeOk`.
   *
   * @throws SmsRejectedException where Aliyun refused the call
   * @throws SmsRequestException where there is no usable answer
   */
  async call(call: ApiCall): Promise<ApiAnswer> {
    const { host } = this;
    const timeout = call.timeout ?? this.settings.timeout;
    const deadline = performance.now() + timeout;
    try {
      const credentials = await this.#credentials(timeout, call.signal);
      const answer = await httpCall(this.dispatcher, {
        ...signRequest(call, host, credentials),
        timeout: deadline - performance.now(),
        signal: call.signal,
      });
      return readAnswer(answer, call.mustBeOk ?? false, () => sensitiveValues(call, credentials));
    } catch (error) {
      throw error instanceof HttpCallFailure ? explainFailure(error, host, timeout) : error;
    }
  }

  #credentials(
    timeout: number,
    signal: AbortSignal | undefined,
  ): UsableCredentials | Promise<UsableCredentials> {
    const { credential } = this.settings;
    return 'getCredential' in credential
      ? withinDeadline(obtainCredentials(credential), timeout, signal)
      : credential;
  }
}
