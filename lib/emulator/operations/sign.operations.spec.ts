import { describe, expect, it } from 'vitest';
import { createSign } from '../../../test/emulator/support/reviews.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

describe('CreateSmsSign', () => {
  const used = useEmulator();

  it('puts a signature under review', async () => {
    expect(await createSign(used)).toMatchObject({ code: 'OK', signName: '甲' });
    expect(used.emulator.signs()).toEqual([
      expect.objectContaining({ signName: '甲', signType: 1, state: 'reviewing' }),
    ]);
  });

  it.each([
    ['brackets in the name', { signName: '【甲】' }, 'isv.SIGN_NAME_ILLEGAL'],
    ['a source that does not exist', { signSource: 9 }, 'isv.INVALID_PARAMETERS'],
    ['a remark over 200 characters', { remark: 'n'.repeat(201) }, 'isv.SIGN_OVER_LIMIT'],
  ])('refuses %s', async (_, fields, code) => {
    expect((await createSign(used, fields)).code).toBe(code);
  });

  it('refuses a name that is there', async () => {
    used.emulator.putSign('甲');
    expect((await createSign(used)).code).toBe('isv.SIGN_NAME_ILLEGAL');
  });
});
