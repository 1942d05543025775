import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorKind, throwSite } from '../common/error-facts.js';
import { withTimeout } from '../common/timeout.js';
import { SmsException } from '../errors/sms.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { ApiCall, CallTrace } from './api-call.js';
import { type ApiResponse, parseResponse } from './api-response.js';
import type { ClientSettings } from './client-settings.js';
import {
  type AliyunCredentialProvider,
  MissingCredentials,
  obtainCredentials,
} from './credentials.js';
import type { ConnectionPool } from './pool/connection-pool.js';
import { httpCall, HttpCallError, type HttpRequest } from './pool/http-call.js';
import type { HttpResponse } from './pool/http-response.js';
import { toRequestException } from './request-exception.js';
import { retryDelay } from './retry.js';
import { type SensitiveValues, sensitiveValues } from './sensitive-values.js';
import { RequestSigner, type SignedRequest } from './signing/request-signer.js';
import type { SigningCredentials } from './signing/signable-call.js';

/** The settings that a call reads. */
type CallSettings = Pick<ClientSettings, 'endpoint' | 'credential' | 'timeout' | 'retry'>;

/** Makes calls to one endpoint: credentials, signature, HTTP, retries, and what a response proves. */
export class AliyunTransport {
  readonly #pool: ConnectionPool;
  readonly #settings: CallSettings;
  readonly #signer: RequestSigner;

  constructor(pool: ConnectionPool, settings: ClientSettings) {
    const { endpoint, credential, timeout, retry } = settings;
    this.#pool = pool;
    // Not the settings themselves: V8 gives objects that were made by spreading a hidden class each, and
    // every call reads these.
    this.#settings = { endpoint, credential, timeout, retry };
    this.#signer = new RequestSigner(settings);
  }

  /** Host and port of the endpoint. */
  get host(): string {
    return this.#settings.endpoint.host;
  }

  /** Milliseconds for a whole call that has no time of its own. */
  get timeout(): number {
    return this.#settings.timeout;
  }

  get hasAccount(): boolean {
    return !(this.#settings.credential instanceof MissingCredentials);
  }

  /**
   * Returns the response with HTTP 2xx. Its `Code` may still be a refusal, unless the call has
   * `mustBeOk`.
   *
   * @throws SmsRejectedException if Aliyun refused the call
   * @throws SmsRequestException if there is no usable response
   */
  async call(call: ApiCall): Promise<ApiResponse> {
    const request = this.#requestOf(call);
    for (;;) {
      try {
        if (!request.credentials) await this.#obtainCredentials(request);
        request.trace.attempts++;
        return this.#parse(await httpCall(this.#pool, request), request);
      } catch (error) {
        await this.#pauseAfter(error, request);
      }
    }
  }

  #requestOf(call: ApiCall): CallRequest {
    const { credential, timeout } = this.#settings;
    // One signal may serve many calls, but Node warns from the eleventh listener on.
    if (call.signal instanceof AbortSignal) setMaxListeners(0, call.signal);
    const request = new CallRequest(this.#signer, call, call.timeout ?? timeout);
    if (!('getCredential' in credential)) request.credentials = credential;
    return request;
  }

  // A method of the transport and not of the request, because an error keeps the objects alive whose
  // methods are on its stack.
  #parse(response: HttpResponse, request: CallRequest): ApiResponse {
    return parseResponse(response, request.call.mustBeOk ?? false, () => request.sensitive());
  }

  async #obtainCredentials(request: CallRequest): Promise<void> {
    const obtained = obtainCredentials(this.#settings.credential as AliyunCredentialProvider);
    const { remaining, signal } = request;
    request.credentials = await withTimeout(obtained, remaining, {
      ...(signal && { signal }),
      onTimeout: () => new HttpCallError('deadline', false),
      onAbort: () => new HttpCallError('aborted', false),
    });
  }

  /** @throws the error of the attempt, if the call may not be repeated */
  async #pauseAfter(thrown: unknown, request: CallRequest): Promise<void> {
    const { call, trace, timeout, signal } = request;
    const error =
      thrown instanceof HttpCallError ? toRequestException(thrown, this.host, timeout) : thrown;
    if (!(error instanceof SmsException)) throw brokenCall(error);
    if (error.reason === 'proxy') request.proxyFailure = error;
    // The deadline of a repeat that waits for the same proxy says less than what failed before.
    if (isUnwrittenDeadline(error)) throw request.proxyFailure ?? error;
    const { retry, credential } = this.#settings;
    const delay = retryDelay(error, call.action, trace.attempts, retry);
    if (delay === undefined || delay >= request.remaining) throw error;
    // If the call is aborted during the pause, it ends with what its last attempt has proven.
    await sleep(delay, undefined, { signal }).catch(() => {
      throw error;
    });
    if ('getCredential' in credential) request.credentials = undefined;
  }
}

// A bug of ours, or credentials whose properties throw: nobody can tell how far the call came.
function brokenCall(thrown: unknown): SmsRequestException {
  const place = throwSite(thrown) ?? 'an unknown place';
  return new SmsRequestException({
    reason: 'internal',
    outcome: 'unknown',
    detail: `The call ended in ${errorKind(thrown)} at ${place}, which should be reported as a bug`,
  });
}

function isUnwrittenDeadline({ reason, outcome }: SmsException): boolean {
  return reason === 'deadline' && outcome === 'not-sent';
}

/** The request of a call. All attempts of the call share it, with one deadline. */
class CallRequest implements HttpRequest {
  readonly deadline: number;
  readonly trace: CallTrace;
  /** Of the current attempt: a provider is asked for each one. */
  credentials: SigningCredentials | undefined;
  /** How the proxy failed in an earlier attempt. */
  proxyFailure: SmsException | undefined;
  readonly #signer: RequestSigner;

  constructor(
    signer: RequestSigner,
    readonly call: ApiCall,
    readonly timeout: number,
  ) {
    this.#signer = signer;
    this.deadline = call.deadline ?? performance.now() + timeout;
    this.trace = call.trace ?? { startedAt: 0, attempts: 0 };
  }

  get signal(): AbortSignal | undefined {
    return this.call.signal;
  }

  get remaining(): number {
    return this.deadline - performance.now();
  }

  sign(): SignedRequest {
    return this.#signer.sign(this.call, this.credentials!);
  }

  sensitive(): SensitiveValues {
    return sensitiveValues(this.call, this.credentials);
  }
}
