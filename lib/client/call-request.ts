import type { ApiCall, CallTrace } from './api-call.js';
import type { UsableCredentials } from './credentials.js';
import type { HttpRequest } from './pool/http-call.js';
import type { RequestSigner, SignedRequest } from './signing/request-signer.js';
import { type SensitiveValues, sensitiveValues } from './sensitive-values.js';

/** A call as the request of its attempts, all of which are bounded by one deadline. */
export class CallRequest implements HttpRequest {
  readonly deadline: number;
  readonly trace: CallTrace;
  /** Of the attempt that is made: a provider is asked for each. */
  credentials: UsableCredentials | undefined;

  constructor(
    private readonly signer: RequestSigner,
    readonly origin: string,
    readonly call: ApiCall,
    readonly timeout: number,
  ) {
    this.deadline = performance.now() + timeout;
    this.trace = call.trace ?? { startedAt: 0, attempts: 0 };
  }

  get signal(): AbortSignal | undefined {
    return this.call.signal;
  }

  get remaining(): number {
    return this.deadline - performance.now();
  }

  sign(): SignedRequest {
    return this.signer.sign(this.call, this.credentials!);
  }

  sensitive(): SensitiveValues {
    return sensitiveValues(this.call, this.credentials);
  }
}
