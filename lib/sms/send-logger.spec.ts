import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import { OutgoingMessage } from './outgoing-message.js';
import { SendLogger } from './send-logger.js';
import type { SmsResultEvent } from './sms-hooks.js';

const send = (...phones: string[]) =>
  new OutgoingMessage('login', 'order-1', {
    template: 'SMS_1',
    sign: undefined,
    phones,
    params: {},
    extendCode: undefined,
    through: [],
    limit: undefined,
  });

const EVENT = { instance: 'login', duration: 12.4, attempts: 1 };
const failed = (error: SmsException): SmsResultEvent => ({
  ...EVENT,
  outcome: error.outcome,
  error,
});

describe('the log of a send', () => {
  const lines: string[] = [];
  let isEnabled: ReturnType<typeof vi.spyOn>;
  beforeEach(() => {
    lines.length = 0;
    isEnabled = vi.spyOn(Logger, 'isLevelEnabled').mockReturnValue(true);
    for (const level of ['log', 'warn', 'error'] as const) {
      vi.spyOn(Logger.prototype, level).mockImplementation((line: string) => {
        lines.push(`${level}: ${line}`);
      });
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const lineOf = (event: SmsResultEvent) => {
    new SendLogger().onResult(event);
    return lines.pop();
  };

  it('has one line for what was accepted, with three recipients at most, masked', () => {
    const result = { code: 'OK', message: 'OK', bizId: 'b', requestId: 'R', outId: 'o' } as const;
    const event = { ...EVENT, outcome: 'accepted', result } as const;
    expect(lineOf({ ...event, send: send('13800138000') })).toBe(
      'log: accepted instance=login template=SMS_1 recipients=138****8000 code=OK requestId=R 12ms',
    );
    const three = ['13800138000', '13800138001', '13800138002'];
    expect(lineOf({ ...event, send: send(...three), attempts: 2, attemptOf: 'both' })).toBe(
      'log: accepted instance=login attemptOf=both template=SMS_1 ' +
        'recipients=138****8000,138****8001,138****8002 code=OK requestId=R attempts=2 12ms',
    );
    expect(lineOf({ ...event, send: send(...three, '13800138003', '13800138004') })).toContain(
      'recipients=138****8000,138****8001,138****8002,+2 ',
    );
  });

  it('warns of a refusal', () => {
    const facts = { aliyunCode: 'isv.X', aliyunMessage: '-' };
    expect(lineOf(failed(new SmsRejectedException({ ...facts, requestId: 'R' })))).toBe(
      'warn: refused instance=login code=46002 aliyunCode=isv.X requestId=R 12ms',
    );
    expect(lineOf(failed(new SmsRejectedException(facts)))).toMatch(/requestId=- 12ms$/);
  });

  it('warns of a message that is not valid', () => {
    expect(lineOf(failed(new SmsParameterException({ phoneList: ['is missing'] })))).toMatch(
      /^warn: invalid instance=login code=46001 \(.*phoneList is missing\) 12ms$/,
    );
  });

  it.each(['not-sent', 'unknown'] as const)(
    'has an error where there is no answer: %s',
    (outcome) => {
      const facts = { reason: 'reset', outcome, detail: '-' } as const;
      expect(lineOf(failed(new SmsRequestException(facts)))).toBe(
        `error: ${outcome} instance=login code=46003 reason=reset requestId=- outId=- 12ms`,
      );
      const more = { ...facts, requestId: 'R', outId: 'order-1' };
      expect(lineOf(failed(new SmsRequestException(more)))).toMatch(
        /requestId=R outId=order-1 12ms$/,
      );
    },
  );

  it('has nothing that the level of the application leaves out', () => {
    isEnabled.mockReturnValue(false);
    const error = new SmsRequestException({ reason: 'dns', outcome: 'not-sent', detail: '-' });
    expect(lineOf(failed(error))).toBeUndefined();
    expect(isEnabled).toHaveBeenCalledWith('error');
  });
});
