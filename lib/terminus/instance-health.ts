import {
  describeSmsError,
  isSmsException,
  type Sms,
  type SmsErrorCode,
  type SmsException,
} from '../index.js';

/** The health of one instance. It holds no key, no phone number and no text of a response. */
export interface AliyunSmsInstanceHealth {
  status: 'up' | 'down';
  requestId?: string;
  /** With `up`: Aliyun refused the query, which does not mean that it would refuse a send. */
  note?: string;
  /** With `down`: 46002 or 46003, as `sendMessage` would throw it. */
  code?: SmsErrorCode;
  /** The code with which Aliyun refuses the account. */
  aliyunCode?: string;
  remedy?: string;
  /** The reason why there is no usable response. */
  reason?: string;
}

/** Pings Aliyun through the instance. Unexpected errors are thrown. */
export async function instanceHealth(sms: Sms, timeout: number): Promise<AliyunSmsInstanceHealth> {
  // A type without `ping` is of another provider: it is up as far as we can know.
  if (!sms.ping) return { status: 'up', note: `${sms.type} cannot be asked` };
  try {
    const { refusedWith, requestId } = await sms.ping({ timeout });
    return {
      status: 'up',
      ...(requestId && { requestId }),
      ...(refusedWith && { note: `asking was refused with ${refusedWith}, sending need not be` }),
    };
  } catch (error) {
    if (!isSmsException(error)) throw error;
    return { status: 'down', code: error.code, ...details(error) };
  }
}

function details(error: SmsException): Partial<AliyunSmsInstanceHealth> {
  const { aliyunCode, reason, requestId } = error;
  const remedy = aliyunCode && describeSmsError(aliyunCode).remedy.en;
  return Object.fromEntries(
    Object.entries({ aliyunCode, remedy, reason, requestId }).filter(([, value]) => value),
  );
}
