import { randomUUID } from 'node:crypto';
import type { EmulatorAccount } from '../model/account.js';
import type { EmulatorContext } from '../control/emulator.context.js';
import { isProcessed } from '../model/fault.js';
import { faultReply } from './fault-response.js';
import type { HttpCall } from '../http/http-call.js';
import { jsonReply, type HttpReply } from '../http/http-reply.js';
import { BusinessError } from '../operations/business.error.js';
import type { Operation } from '../operations/operation.js';
import { OPERATIONS } from '../operations/operations.js';
import { AccountDirectory } from './account.directory.js';
import { toAliyunRequest, type AliyunRequest } from './aliyun-request.js';
import { asXml } from './as-xml.js';
import { GatewayError } from '../errors.js';
import { aliyunReply, gatewayReply } from './gateway-response.js';
import { missingParameter } from './missing-parameter.js';
import { NonceStore } from './replay-protection.js';
import { verifyAcs3 } from './verify-acs3.js';
import { verifyRpcV1 } from './verify-rpc-v1.js';

const VERSION = '2017-05-25';

/** What stands before the operations: who calls, may they, and is the call complete. */
export class Gateway {
  private readonly accounts: AccountDirectory;
  private readonly nonces = new NonceStore();

  constructor(private readonly context: EmulatorContext) {
    this.accounts = new AccountDirectory(context.options.accounts);
  }

  handle(http: HttpCall): HttpReply {
    const requestId = randomUUID().toUpperCase();
    let request: AliyunRequest | undefined;
    let reply: HttpReply;
    try {
      request = toAliyunRequest(http);
      reply = this.answer(request, requestId);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      reply = gatewayReply(http, requestId, error);
    }
    return request?.params['Format']?.toUpperCase() === 'XML'
      ? asXml(reply, request.action)
      : reply;
  }

  private answer(request: AliyunRequest, requestId: string): HttpReply {
    const account = this.authenticate(request);
    const operation = findOperation(request);
    const fault = this.context.faults.take(request);
    const right = () =>
      aliyunReply(200, requestId, this.run(operation, request, requestId, account));
    if (!fault) return right();
    const reply = isProcessed(fault) ? right() : jsonReply(200, {});
    return faultReply(fault.effect, reply, request, requestId);
  }

  private authenticate(request: AliyunRequest): EmulatorAccount {
    if (request.http.method !== 'POST' && request.http.method !== 'GET') {
      throw new GatewayError(400, 'UnsupportedHTTPMethod', 'This http method is not supported.');
    }
    const verify = request.http.headers.authorization === undefined ? verifyRpcV1 : verifyAcs3;
    return verify(request, this.accounts, this.nonces);
  }

  private run(
    operation: Operation,
    { params, action }: AliyunRequest,
    requestId: string,
    account: EmulatorAccount,
  ): object {
    try {
      return operation.run({ params, action, requestId, account }, this.context);
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
