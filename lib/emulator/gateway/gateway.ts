import { randomUUID } from 'node:crypto';
import type { FaultRegistry } from '../control/fault.registry.js';
import { BusinessError, GatewayError, missingParameter } from '../errors.js';
import { jsonResponse, type HttpCall, type HttpResponse } from '../http/http-call.js';
import type { EmulatorAccount } from '../model/account.js';
import { isProcessed } from '../model/fault.js';
import type { Operation, OperationContext } from '../operations/operation.js';
import { OPERATIONS } from '../operations/operations.js';
import { AccountDirectory } from './account.directory.js';
import { toAliyunRequest, type AliyunRequest } from './aliyun-request.js';
import { faultResponse } from './fault-response.js';
import { aliyunResponse, asXml, refusalResponse } from './gateway-response.js';
import { NonceStore } from './replay-protection.js';
import { verifyAcs3 } from './verify-acs3.js';
import { verifyRpcV1 } from './verify-rpc-v1.js';

const VERSION = '2017-05-25';

export interface GatewayContext extends OperationContext {
  readonly options: OperationContext['options'] & { readonly accounts: readonly EmulatorAccount[] };
  readonly faults: FaultRegistry;
}

/** Stands before the operations: authenticates the caller and checks that the call is complete. */
export class Gateway {
  readonly #context: GatewayContext;
  readonly #accounts: AccountDirectory;
  readonly #nonces = new NonceStore();

  constructor(context: GatewayContext) {
    this.#context = context;
    this.#accounts = new AccountDirectory(context.options.accounts);
  }

  handle(http: HttpCall): HttpResponse {
    const requestId = randomUUID().toUpperCase();
    let request: AliyunRequest | undefined;
    let response: HttpResponse;
    try {
      request = toAliyunRequest(http);
      response = this.#respond(request, requestId);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      response = refusalResponse(http, requestId, error);
    }
    return request?.params['Format']?.toUpperCase() === 'XML'
      ? asXml(response, request.action)
      : response;
  }

  #respond(request: AliyunRequest, requestId: string): HttpResponse {
    const account = this.#authenticate(request);
    const operation = findOperation(request);
    const fault = this.#context.faults.take(request);
    const right = () =>
      aliyunResponse(200, requestId, this.#run(operation, request, requestId, account));
    if (!fault) return right();
    const response = isProcessed(fault) ? right() : jsonResponse(200, {});
    return faultResponse(fault.effect, response, request, requestId);
  }

  #authenticate(request: AliyunRequest): EmulatorAccount {
    if (request.http.method !== 'POST' && request.http.method !== 'GET') {
      throw new GatewayError(400, 'UnsupportedHTTPMethod', 'This http method is not supported.');
    }
    const verify = request.http.headers.authorization === undefined ? verifyRpcV1 : verifyAcs3;
    return verify(request, this.#accounts, this.#nonces);
  }

  #run(
    operation: Operation,
    { params, action }: AliyunRequest,
    requestId: string,
    account: EmulatorAccount,
  ): object {
    try {
      return operation.run({ params, action, requestId, account }, this.#context);
    } catch (error) {
      if (!(error instanceof BusinessError)) throw error;
      return { Message: error.message, RequestId: requestId, Code: error.code };
    }
  }
}

function findOperation({ version, action, params }: AliyunRequest): Operation {
  if (version === '') throw missingParameter('Version');
  if (version !== VERSION) {
    throw new GatewayError(400, 'InvalidVersion', 'Specified parameter Version is not valid.');
  }
  if (action === '') throw missingParameter('Action');
  const operation = OPERATIONS.get(action);
  if (!operation) {
    throw new GatewayError(
      404,
      'InvalidAction.NotFound',
      'Specified api is not found, please check your url and method.',
    );
  }
  for (const name of operation.required) if (!params[name]) throw missingParameter(name);
  return operation;
}
