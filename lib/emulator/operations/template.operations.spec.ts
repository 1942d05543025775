import { describe, expect, it } from 'vitest';
import { createTemplate } from '../../../test/emulator/support/reviews.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

describe('CreateSmsTemplate', () => {
  const used = useEmulator();

  it('puts a template with a code of its own under review', async () => {
    const first = await createTemplate(used, { templateName: '登录' });
    const second = await createTemplate(used);
    expect(first).toMatchObject({ code: 'OK', templateName: '登录' });
    expect(first.templateCode).toMatch(/^SMS_\d{9}$/);
    expect(first.orderId).toMatch(/^\d+$/);
    expect(second.templateCode).not.toBe(first.templateCode);
    expect(used.emulator.templates()[1]).toMatchObject({
      templateCode: first.templateCode,
      state: 'reviewing',
      templateRule: { code: 'numberCaptcha' },
    });
  });

  it.each([
    ['a type that does not exist', { templateType: 4 }, 'isv.INVALID_PARAMETERS'],
    ['a name over 30 characters', { templateName: 'n'.repeat(31) }, 'isv.TEMPLATE_OVER_LIMIT'],
    ['a text over 500 characters', { templateContent: 'n'.repeat(501) }, 'isv.TEMPLATE_OVER_LIMIT'],
    ['rules that are not JSON', { templateRule: '{' }, 'isv.INVALID_PARAMETERS'],
  ])('refuses %s', async (_, fields, code) => {
    expect((await createTemplate(used, fields)).code).toBe(code);
    expect(used.emulator.templates()).toEqual([]);
  });
});
