import type { AliyunTransport } from '../client/aliyun-transport.js';
import { DYSMS_API } from '../client/dysms-api.js';
import { describeSmsError } from '../errors/catalogue/index.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { deadlineOf, limitOf, timeoutOf } from '../sms/given-time.js';
import type { PingOptions, PingResult } from '../sms/sms-capabilities.interface.js';

// A key that may only send is a good key: its signature is verified before its permissions.
const NOT_PERMITTED = ['NoPermission', 'Forbidden', 'Forbidden.RAM', 'isp.RAM_PERMISSION_DENY'];

/**
 * Asks for one signature: an operation that changes nothing, that a read-only policy permits, and
 * that names no phone number.
 */
export async function ping(transport: AliyunTransport, options: PingOptions): Promise<PingResult> {
  const { timeout: own = transport.timeout, signal } = options;
  const timeout = timeoutOf(limitOf(options), own);
  try {
    const { body } = await transport.call({
      ...DYSMS_API,
      action: 'QuerySmsSignList',
      query: { PageIndex: '1', PageSize: '1' },
      mustBeOk: true,
      timeout,
      deadline: deadlineOf(options, own),
      signal,
    });
    return typeof body['RequestId'] === 'string' ? { requestId: body['RequestId'] } : {};
  } catch (error) {
    if (!(error instanceof SmsRejectedException) || !isHarmless(error.aliyunCode)) throw error;
    const { aliyunCode: refusedWith, requestId } = error;
    return { refusedWith, ...(requestId && { requestId }) };
  }
}

// Flow control of a question says nothing about that of sends.
function isHarmless(code: string): boolean {
  return NOT_PERMITTED.includes(code) || describeSmsError(code).cause === 'quota';
}
