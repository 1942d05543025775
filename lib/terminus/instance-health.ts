import {
  describeSmsError,
  isSmsException,
  type Sms,
  type SmsErrorCode,
  type SmsException,
} from '../index.js';

/** What is found of one instance. It holds no key, no number and no text of an answer. */
export interface AliyunSmsInstanceHealth {
  status: 'up' | 'down';
  requestId?: string;
  /** With `up`: how Aliyun refused what was asked, which says nothing against a send. */
  note?: string;
  /** 46002 or 46003, as `sendMessage` would throw it. */
  code?: SmsErrorCode;
  /** Why Aliyun refuses the account. */
  aliyunCode?: string;
  remedy?: string;
  /** Why there is no usable answer. */
  reason?: string;
}

export async function instanceHealth(sms: Sms, timeout: number): Promise<AliyunSmsInstanceHealth> {
  // Of another provider's type nothing is known but that it is there.
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
