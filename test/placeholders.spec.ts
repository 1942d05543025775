import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AliyunSmsModule,
  SmsElements,
  type SmsElementsError,
  SmsRegistry,
} from 'nestjs-aliyun-sms';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot, KEYS, rejectionOf } from './support/app.js';

describe('a placeholder in an element folder', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'placeholders-'));
    vi.stubEnv('SMS_SIGN', '某某科技');
    vi.stubEnv('SMS_SIGN_EMPTY', '');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(directory, { recursive: true });
  });

  function write(values: object, title = '登录'): void {
    mkdirSync(join(directory, 'login'), { recursive: true });
    writeFileSync(join(directory, 'login/sms.json'), JSON.stringify(values));
    writeFileSync(join(directory, 'login/e.json'), JSON.stringify({ title, type: 'SMS.Aliyun' }));
  }
  const start = () => boot(AliyunSmsModule.forRoot({ ...KEYS, elementsDir: directory }));

  it.each([
    '${SMS_SIGN:-某}',
    '${a b}',
    '${}',
    '${1X}',
    '${SMS_SIGN',
    's3cret${',
    '${某}',
    '${SMS_SIGN }',
  ])(
    'is refused at the start where it is %s, by a text that names the field and shows no value',
    async (value) => {
      write({ verifySign: value, accessSecret: `s3cret-${value}` });
      const { issues, message } = await rejectionOf<SmsElementsError>(start());
      for (const option of ['verifySign', 'accessSecret']) {
        expect(issues).toContainEqual(expect.objectContaining({ code: 'invalid', option }));
        expect(message).toMatch(
          new RegExp(`login/sms\\.json: ${option} has a "\\$\\{".*write \\$\\{NAME\\}`),
        );
      }
      expect(message).not.toContain('s3cret');
      expect(message).not.toContain(value);
    },
  );

  it('is refused in the title, where it would be shown as it is', async () => {
    write({ verifySign: '某某科技' }, '${SMS_SIGN}');
    await expect(start()).rejects.toThrow(/"title" has a "\$\{"/);
  });

  it.each([
    ['${SMS_SIGN}', '某某科技'],
    ['$${SMS_SIGN}', '${SMS_SIGN}'],
    ['$${SMS_SIGN:-某}', '${SMS_SIGN:-某}'],
  ])('%s stands for %s', async (value, sign) => {
    write({ verifySign: value });
    const app = await start();
    const login = app
      .get(SmsRegistry)
      .list()
      .find(({ name }) => name === 'login');
    expect(login?.config.values).toMatchObject({ verifySign: sign });
    await app.close();
  });

  it('is refused when an element is saved, and nothing is written', async () => {
    const app = await start();
    const values = { verifySign: '${SMS_SIGN:-某}' };
    const element = { name: 'new', title: 't', type: 'SMS.Aliyun', values };
    const elements = app.get(SmsElements);
    await expect(elements.save(element)).rejects.toThrow(/verifySign has a "\$\{"/);
    expect(elements.read('new')).toBeUndefined();
    await app.close();
  });
});
