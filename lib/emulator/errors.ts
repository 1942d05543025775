/** A refusal by Aliyun's gateway: HTTP 4xx or 5xx, with a body of the gateway's own shape. */
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

/** A refusal by the SMS service itself: HTTP 200 with a `Code` other than `OK`. */
export class BusinessError extends Error {
  override readonly name = 'BusinessError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A refusal by the emulator's REST interface. */
export class RestError extends Error {
  override readonly name = 'RestError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** No message that matches came in time. */
export class WaitTimeoutError extends Error {
  override readonly name = 'WaitTimeoutError';

  constructor(readonly timeout: number) {
    super(
      `No matching message arrived within ${timeout} ms: check the filter, and that the sender's endpoint is this emulator`,
    );
  }
}

export function missingParameter(name: string): GatewayError {
  return new GatewayError(400, `Missing${name}`, `${name} is mandatory for this action.`);
}

export function invalidParameter(name: string): BusinessError {
  return new BusinessError('isv.INVALID_PARAMETERS', `参数${name}格式不正确`);
}

export function unknownSign(): BusinessError {
  return new BusinessError('isv.SMS_SIGNATURE_ILLEGAL', '签名不合法(不存在或被拉黑)');
}

export function unknownTemplate(): BusinessError {
  return new BusinessError('isv.SMS_TEMPLATE_ILLEGAL', '模板不合法(不存在或被拉黑)');
}

export function invalidNumber(phoneNumber: string): BusinessError {
  return new BusinessError('isv.MOBILE_NUMBER_ILLEGAL', `${phoneNumber}invalid mobile number`);
}

export function valueTooLong(): BusinessError {
  return new BusinessError('isv.PARAM_LENGTH_LIMIT', '参数超过长度限制');
}
