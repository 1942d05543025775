import { rpcSignature, rpcStringToSign } from '../../client/signing/rpc-v1.signature.js';
import { GatewayError, missingParameter } from '../errors.js';
import { newParams } from '../http/params.js';
import type { EmulatorAccount } from '../model/account.js';
import { isSameText, verifySecurityToken, type AccountDirectory } from './account.directory.js';
import type { AliyunRequest } from './aliyun-request.js';
import { verifyTimestamp, type NonceStore } from './replay-protection.js';

const REQUIRED = [
  'AccessKeyId',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'Timestamp',
  'Signature',
];

/** Verifies the older RPC signature, HMAC-SHA1 over query and form parameters together. */
export function verifyRpcV1(
  request: AliyunRequest,
  accounts: AccountDirectory,
  nonces: NonceStore,
): EmulatorAccount {
  const { params } = request;
  for (const name of REQUIRED) if (!params[name]) throw missingParameter(name);
  if (params['SignatureMethod'] !== 'HMAC-SHA1' || params['SignatureVersion'] !== '1.0') {
    throw new GatewayError(
      400,
      'InvalidSignatureMethod',
      'Specified parameter SignatureMethod is not valid: HMAC-SHA1 with SignatureVersion 1.0 is.',
    );
  }
  const account = accounts.find(params['AccessKeyId']!);
  verifyTimestamp(params['Timestamp']!);

  const signed = Object.assign(newParams(), params);
  delete signed['Signature'];
  const stringToSign = rpcStringToSign(request.http.method, signed);
  if (!isSameText(params['Signature']!, rpcSignature(stringToSign, account.accessSecret))) {
    throw new GatewayError(
      400,
      'SignatureDoesNotMatch',
      `Specified signature is not matched with our calculation. server string to sign is:${stringToSign}`,
    );
  }
  verifySecurityToken(account, params['SecurityToken'] ?? '');
  nonces.use(account.accessKey, params['SignatureNonce']!);
  return account;
}
