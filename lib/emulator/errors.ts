/** A refusal by Aliyun's gateway: an HTTP 4xx or 5xx with a body of its own shape. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
