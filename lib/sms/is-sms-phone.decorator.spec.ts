import { validateSync } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { IsSmsPhone } from './is-sms-phone.decorator.js';

class LoginDto {
  @IsSmsPhone()
  phone: unknown;

  constructor(phone: unknown) {
    this.phone = phone;
  }
}

describe('@IsSmsPhone()', () => {
  it.each([
    '13800138000',
    '+86 138 0013 8000',
    '１３８００１３８０００',
    '13800138000\r\n',
    '+85251234567',
    '+853 6612 3456',
    '+886 0912 345 678',
    '+18625550100',
  ])('takes %j', (phone) => {
    expect(validateSync(new LoginDto(phone))).toEqual([]);
  });

  it.each([
    [undefined, 'phone must be a phone number: it is not a string'],
    [13800138000, 'phone must be a phone number: it is not a string'],
    [['13800138000'], 'phone must be a phone number: it is not a string'],
    ['', 'phone must be a phone number: it is empty'],
    ['1380013800', 'phone must be a phone number: it is too short'],
    ['1380013800a', 'phone must be a phone number: it has letters'],
  ])('refuses %j with the reason', (phone, text) => {
    const [error] = validateSync(new LoginDto(phone));
    expect(Object.values(error!.constraints!)).toEqual([text]);
  });
});
