import { describe, expect, it } from 'vitest';
import { EMPTY_FAULT_FORM, toFaultRule } from './fault-form.ts';

describe('The form of a fault', () => {
  it('stands for a rule for all calls where nothing is filled in', () => {
    expect(toFaultRule(EMPTY_FAULT_FORM)).toEqual({
      effect: { type: 'refuse', code: 'isv.BUSINESS_LIMIT_CONTROL' },
      match: {},
      processed: false,
    });
  });

  it('stands for what is filled in', () => {
    const form = {
      ...EMPTY_FAULT_FORM,
      effect: 'delay',
      ms: '250',
      phone: ' 13900001234 ',
      template: 'SMS_1',
      share: '25',
      count: '3',
      processed: true,
    } as const;
    expect(toFaultRule(form)).toEqual({
      effect: { type: 'delay', ms: 250 },
      match: { phoneNumber: '13900001234', templateCode: 'SMS_1', share: 0.25 },
      processed: true,
      count: 3,
    });
  });
});
