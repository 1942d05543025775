import { createRequire } from 'node:module';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, NO_BROWSER, openTab } from '../support/browser.js';
import { sdkClient, sendSmsRequest } from './support/sdk.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe.skipIf(NO_BROWSER)(`Everybody can use the inbox${NO_BROWSER}`, { timeout: 60_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let emulator: AliyunSmsEmulator;
  let problems: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    emulator = await AliyunSmsEmulator.start({
      templates: [{ templateCode: 'SMS_1', templateContent: '新模板', state: 'reviewing' }],
      signs: ['某某科技'],
    });
  });
  afterEach(async () => {
    await context?.close();
    await emulator.close();
  });

  async function openPage(options: Parameters<Browser['newContext']>[0] = {}, hash = '') {
    await context?.close();
    ({ context, page, problems } = await openTab(browser, {
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      ...options,
    }));
    await page.goto(`${emulator.url}/${hash}`);
    await page.locator('#live.good').waitFor({ state: 'attached' });
  }

  const send = (fields: Parameters<typeof sendSmsRequest>[0] = {}) =>
    sdkClient(emulator).sendSms(sendSmsRequest(fields));
  const number = (name: RegExp) => page.getByRole('button', { name });
  const heading = (name: string) => page.getByRole('heading', { name });

  /** What axe finds wrong on the page as it is, as `rule: element`. */
  async function violations(): Promise<string[]> {
    // The policy of the page forbids foreign scripts; the browser's own tools may evaluate.
    const { readFile } = await import('node:fs/promises');
    await page.evaluate(await readFile(AXE, 'utf8'));
    return page.evaluate<string[]>(
      `axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`,
    );
  }

  it.each([
    ['zh-CN', 'light', 1440],
    ['en-GB', 'dark', 1440],
    ['en-GB', 'light', 360],
    ['zh-CN', 'dark', 360],
  ] as const)(
    'no view has a fault that axe finds: %s, %s, %d px',
    async (locale, colorScheme, width) => {
      const found: Record<string, string[]> = {};
      const look = async (view: string) => {
        const list = await violations();
        const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
        if (list.length > 0 || isWide) found[view] = [...list, ...(isWide ? ['too wide'] : [])];
      };
      await openPage({ locale, colorScheme, viewport: { width, height: 800 } });
      await look('empty');
      await send({ outId: 'order-1' });
      await send();
      await send({ phoneNumbers: '13800138000' });
      await emulator.report(emulator.messages()[1]!, { errCode: 'MOBILE_IN_BLACK' });
      await emulator.reply({ phoneNumber: '13900001234', content: 'TD' });
      await number(/139 0000 1234/).waitFor();
      await look('list');
      await number(/139 0000 1234/).click();
      await page.locator('summary').first().click();
      await page.getByText('order-1').waitFor();
      await look('details');
      if (width === 360) await page.goBack();
      emulator.addFault({ effect: { type: 'hang' } });
      emulator.pushTo('http://127.0.0.1:9/');
      await emulator.report(emulator.messages()[0]!);
      await page.locator('#panel-button').click();
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await page.locator('#panel .rows').first().waitFor();
        await look((await tab.textContent())!);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^(清空|Clear)$/ }).click();
      await page.getByRole('dialog').waitFor();
      await look('clear');
      expect(found).toEqual({});
      expect(problems).toEqual([]);
    },
  );

  it('has one tab stop for all numbers, and arrows that move in them', async () => {
    const numbers = Array.from({ length: 300 }, (_, i) => `${13_900_000_000 + i}`);
    await send({ phoneNumbers: numbers.join(',') });
    await openPage();
    await page.locator('.number').first().waitFor();
    expect(await page.locator('.number').count()).toBeLessThan(60);
    expect(await page.locator('.number[tabindex="0"]').count()).toBe(1);
    await page.locator('.number[tabindex="0"]').focus();
    const focused = () => page.evaluate('document.activeElement.textContent.slice(0, 4)');
    await page.keyboard.press('Home');
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).not.toBe(first);
    await page.keyboard.press('End');
    await expect.poll(focused).toMatch(/^0[0-9]{3}$/);
    const last = await focused();
    await send({ phoneNumbers: '13811112222' });
    await page.locator('#numbers li[aria-setsize="301"]').first().waitFor();
    expect(await focused()).toBe(last);
    await page.keyboard.press('Enter');
    await heading(`139 0000 ${String(last)}`).waitFor();
  });

  it('leads past the bar, and switches single letters off', async () => {
    await send();
    await openPage();
    await heading('139 0000 1234').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('content');
    await page.getByRole('button', { name: '关闭单键快捷键' }).click();
    await page.keyboard.press('t');
    expect(await page.locator('#panel').isVisible()).toBe(false);
    await page.reload();
    await page.getByRole('button', { name: '开启单键快捷键' }).click();
    await page.keyboard.press('t');
    await page.locator('#panel').waitFor();
    // The panel takes the focus once it has been drawn.
    await expect
      .poll(() => page.evaluate('document.activeElement.getAttribute("role")'))
      .toBe('tab');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tabpanel', { name: '魔法号码' }).waitFor();
  });

  it('has an address for each number, and Back leads to the list on a phone', async () => {
    await send();
    await send({ phoneNumbers: '13800138000' });
    await openPage({ viewport: { width: 360, height: 740 } }, '#/to/13900001234');
    await heading('139 0000 1234').waitFor();
    await page.getByRole('button', { name: '返回号码列表' }).click();
    await number(/138 0013 8000/).click();
    await heading('138 0013 8000').waitFor();
    await page.goBack();
    await number(/138 0013 8000/).waitFor();
    expect(page.url()).toContain(emulator.url);
  });

  it('says in its title how many messages nobody has read', async () => {
    await openPage();
    await send();
    await heading('139 0000 1234').waitFor();
    await send({ phoneNumbers: '13800138000' });
    await expect.poll(() => page.title()).toBe('(1) 短信模拟器');
    await number(/138 0013 8000/).click();
    await expect.poll(() => page.title()).toBe('短信模拟器');
    await page.reload();
    await heading('138 0013 8000').waitFor();
    expect(await page.title()).toBe('短信模拟器');
  });

  it('keeps what is typed in the tools through a burst, another tab and another language', async () => {
    await openPage();
    await page.locator('#panel-button').click();
    await page.getByLabel('错误码').fill('isv.TEST');
    const many = Array.from({ length: 1_000 }, (_, i) => `${13_800_000_000 + i}`).join(',');
    await send({ phoneNumbers: many });
    await page.locator('#numbers li[aria-setsize="1000"]').first().waitFor();
    expect(await page.getByLabel('错误码').inputValue()).toBe('isv.TEST');
    await page.getByRole('tab', { name: '回执' }).click();
    await page.getByRole('tab', { name: '故障' }).click();
    await page.getByRole('button', { name: 'Switch to English' }).click();
    expect(await page.getByLabel('Error code').inputValue()).toBe('isv.TEST');
  });

  it('says in the language of the page that the emulator is away', async () => {
    await send();
    await openPage();
    await page.getByRole('textbox', { name: '以此手机回复…' }).fill('写到一半');
    await emulator.close();
    await page.keyboard.press('Enter');
    await page.getByText('服务没有响应').waitFor();
    expect(await page.locator('#reply').inputValue()).toBe('写到一半');
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('button', { name: '全部删除' }).click();
    await page.getByRole('dialog').getByText('服务没有响应').waitFor();
  });
});
