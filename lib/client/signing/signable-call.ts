/** What the signer needs to know about a call. */
export interface SignableCall {
  /** Name of the operation, such as `SendSms`. */
  action: string;
  /** Version of the product's API, such as `2017-05-25`. */
  version: string;
  /** Parameters in the query string. SendSms has all of its parameters there. */
  query: Record<string, string>;
  /** Parameters in a form body. Nested values are flattened to `Name.1.field`. */
  form?: Record<string, unknown> | undefined;
  /** More headers. Those that begin with `x-acs-` are signed. */
  headers?: Record<string, string> | undefined;
}

/** The key that a call is signed with, in the words of Aliyun's SDK. */
export interface SigningCredentials {
  accessKeyId: string;
  accessKeySecret: string;
  /** Of a temporary (STS) key. */
  securityToken?: string;
  /** Where the credentials come from. The SDK sends and signs it as `x-acs-credentials-provider`. */
  providerName?: string;
}
