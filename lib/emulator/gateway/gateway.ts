import { randomUUID } from 'node:crypto';
import type { EmulatorContext } from '../emulator.context.js';
import { header, type HttpCall } from '../http/http-call.js';
import { jsonReply, type HttpReply } from '../http/http-reply.js';
import { BusinessError } from '../operations/business.error.js';
import { OPERATIONS } from '../operations/operations.js';
import { AccountDirectory } from './account.directory.js';
import { toAliyunRequest, type AliyunRequest } from './aliyun-request.js';
import { GatewayError } from './gateway.error.js';
import { missingParameter } from './missing-parameter.js';
import { NonceStore } from './nonce.store.js';
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
    try {
      return jsonReply(200, this.execute(toAliyunRequest(http), requestId));
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      return jsonReply(error.status, {
        RequestId: requestId,
        Message: error.message,
        HostId: header(http, 'host') || 'dysmsapi.aliyuncs.com',
        Code: error.code,
        Recommend: `https://api.aliyun.com/troubleshoot?q=${error.code}&product=Dysmsapi&requestId=${requestId}`,
      });
    }
  }

  private execute(request: AliyunRequest, requestId: string): object {
    const account = this.authenticate(request);
    if (request.version !== VERSION) {
      if (request.version === '') throw missingParameter('Version');
      throw new GatewayError(400, 'InvalidVersion', 'Specified parameter Version is not valid.');
    }
    const operation = OPERATIONS.get(request.action);
    if (!operation) {
      if (request.action === '') throw missingParameter('Action');
      throw new GatewayError(
        404,
        'InvalidAction.NotFound',
        'Specified api is not found, please check your url and method.',
      );
    }
    for (const name of operation.required) {
      if (!request.params[name]) throw missingParameter(name);
    }
    const { params, action } = request;
    try {
      return operation.run({ params, action, requestId, account }, this.context);
    } catch (error) {
      if (!(error instanceof BusinessError)) throw error;
      return { Message: error.message, RequestId: requestId, Code: error.code };
    }
  }

  private authenticate(request: AliyunRequest) {
    if (request.http.method !== 'POST' && request.http.method !== 'GET') {
      throw new GatewayError(400, 'UnsupportedHTTPMethod', 'This http method is not supported.');
    }
    const verify = request.http.headers.authorization === undefined ? verifyRpcV1 : verifyAcs3;
    return verify(request, this.accounts, this.nonces);
  }
}
