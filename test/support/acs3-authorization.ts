import {
  ACS3_ALGORITHM,
  type Acs3Request,
  acs3CanonicalRequest,
  acs3Signature,
  acs3StringToSign,
} from '../../lib/client/signing/acs3.signature.js';

/** The `Authorization` header of any request, made step by step as Aliyun describes it. */
export function acs3Authorization(
  request: Acs3Request,
  accessKey: string,
  accessSecret: string,
): string {
  const signature = acs3Signature(acs3StringToSign(acs3CanonicalRequest(request)), accessSecret);
  return `${ACS3_ALGORITHM} Credential=${accessKey},SignedHeaders=${request.signedHeaders},Signature=${signature}`;
}
