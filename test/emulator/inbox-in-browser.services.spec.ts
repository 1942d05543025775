import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, NO_BROWSER, openTab } from '../support/browser.js';
import { sdkClient, sendSmsRequest } from './support/sdk.js';

describe.skipIf(NO_BROWSER)(`The inbox in a browser${NO_BROWSER}`, { timeout: 120_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let emulator: AliyunSmsEmulator;
  let problems: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 180_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    emulator = await AliyunSmsEmulator.start();
    await openPage({ locale: 'zh-CN' });
  });
  afterEach(async () => {
    await context.close();
    await emulator.close();
  });

  async function openPage(options: Parameters<Browser['newContext']>[0]) {
    const viewport = { width: 1280, height: 800 };
    ({ context, page, problems } = await openTab(browser, { viewport, ...options }));
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${emulator.url}/`);
    await page.locator('#live.good').waitFor();
  }

  const send = (fields: Parameters<typeof sendSmsRequest>[0] = {}) =>
    sdkClient(emulator).sendSms(sendSmsRequest(fields));
  const text = (content: string) => page.locator('.texts').getByText(content, { exact: true });

  it('goes the whole way: arrives, is copied, answered, delivered, cleared', async () => {
    await page.getByRole('heading', { name: '还没有短信' }).waitFor();
    await send({ outId: 'order-1' });
    await text('【某某科技】code: 123456').waitFor();
    await page.getByRole('button', { name: '复制验证码 123456' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('123456');

    await page.getByRole('textbox', { name: '以此手机回复…' }).fill('收到');
    await page.keyboard.press('Enter');
    await text('收到').waitFor();
    expect(emulator.replies()[0]).toMatchObject({ phoneNumber: '13900001234', content: '收到' });

    await page.getByRole('button', { name: '✓ 已送达' }).click();
    await page.locator('.receipt.good').waitFor();
    expect(emulator.messages()[0]!.receipt.errCode).toBe('DELIVERED');

    await page.locator('summary').click();
    await page.getByText('order-1').waitFor();
    await page.getByRole('combobox', { name: '失败原因' }).selectOption('MOBILE_IN_BLACK');
    await page.locator('.actions .fail').click();
    await page.locator('.receipt.bad').waitFor();
    expect(emulator.messages()[0]!.receipt.errCode).toBe('MOBILE_IN_BLACK');
    expect(await page.locator('details').getAttribute('open')).not.toBeNull();

    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('button', { name: '保留' }).click();
    expect(emulator.messages()).toHaveLength(1);
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('button', { name: '全部删除' }).click();
    await page.getByRole('heading', { name: '还没有短信' }).waitFor();
    expect(emulator.messages()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('shows markup in a value, and does not run it', async () => {
    const evil =
      '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';
    await send({ signName: '<b>甲</b>', templateParam: JSON.stringify({ code: evil, x: evil }) });
    await text(`【<b>甲</b>】code: ${evil}, x: ${evil}`).waitFor();
    expect(await page.locator('main img, main script, main b').count()).toBe(0);
    expect(await page.title()).not.toBe('run');
  });

  it('is live again after a restart of the emulator', async () => {
    await send();
    await text('【某某科技】code: 123456').waitFor();
    const port = Number(emulator.endpoint.split(':')[1]);
    await emulator.close();
    await page.locator('#live.bad').waitFor();
    emulator = await AliyunSmsEmulator.start({ port });
    await page.locator('#live.good').waitFor({ timeout: 60_000 });
    await send({ templateParam: '{"code":"888888"}' });
    await text('【某某科技】code: 888888').waitFor();
    expect(await text('【某某科技】code: 123456').count()).toBe(0);
  });

  it('can be used from the keyboard', async () => {
    await send({ phoneNumbers: '13900001235', templateParam: '{"code":"5555"}' });
    await page.getByRole('heading', { name: '139 0000 1235' }).waitFor();
    await send();
    await page.getByRole('button', { name: /139 0000 1234/ }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: '139 0000 1234' }).waitFor();
    await page.keyboard.press('c');
    await page.getByText('已复制验证码 123456').waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: '139 0000 1235' }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('TD');
    await page.keyboard.press('Enter');
    await text('TD').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('5555');
    await expect.poll(() => page.locator('.number').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.number').count()).toBe(2);
  });

  it('keeps a reply that is being written while messages arrive', async () => {
    await send();
    await page.getByRole('textbox', { name: '以此手机回复…' }).fill('写到一半');
    await send({ templateParam: '{"code":"222222"}' });
    await text('【某某科技】code: 222222').waitFor();
    expect(await page.locator('#reply').inputValue()).toBe('写到一半');
    expect(await page.evaluate('document.activeElement.id')).toBe('reply');
  });

  it('puts faults in force and takes them back', async () => {
    await page.getByRole('button', { name: '工具' }).click();
    await page.getByLabel('错误码').fill('isv.AMOUNT_NOT_ENOUGH');
    await page.getByLabel('仅限号码').fill('+8613900001234');
    await page.getByRole('button', { name: '添加' }).click();
    await page.getByText('业务拒绝 isv.AMOUNT_NOT_ENOUGH').waitFor();
    expect((await send()).body!.code).toBe('isv.AMOUNT_NOT_ENOUGH');
    await page.getByText('已触发 1 次').waitFor();
    await page.getByRole('button', { name: '移除' }).click();
    await page.getByText('没有生效的故障').waitFor();
    expect((await send()).body!.code).toBe('OK');
    await page.getByRole('tab', { name: '魔法号码' }).click();
    await page.getByText('17000000001', { exact: true }).waitFor();
    expect(problems).toEqual([]);
  });

  it('approves what was applied for', async () => {
    await page.getByRole('button', { name: '工具' }).click();
    await page.getByRole('tab', { name: '审核' }).click();
    emulator.putSign({ signName: '甲', state: 'reviewing' });
    await page.getByText('【甲】').waitFor();
    await page.getByRole('button', { name: '拒绝' }).click();
    await page.getByText('未通过', { exact: true }).waitFor();
    await page.getByRole('button', { name: '通过', exact: true }).click();
    await page.getByText('已通过', { exact: true }).waitFor();
    expect(emulator.signs()).toMatchObject([{ signName: '甲', state: 'approved' }]);
    expect(problems).toEqual([]);
  });

  it('speaks English and Chinese, and remembers which', async () => {
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByRole('heading', { name: 'No message yet' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'No message yet' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await context.close();
    await openPage({ locale: 'en-GB' });
    await page.getByRole('heading', { name: 'No message yet' }).waitFor();
  });

  it('is dark where the system is, until the reader chooses', async () => {
    await context.close();
    await openPage({ locale: 'zh-CN', colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(16, 19, 23)');
    await page.getByRole('button', { name: '切换浅色与深色' }).click();
    expect(await ground()).toBe('rgb(243, 244, 246)');
  });

  it('fits a phone: the list, then one number, and back', async () => {
    await context.close();
    await openPage({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });
    await send();
    const number = page.getByRole('button', { name: /139 0000 1234/ });
    await number.click();
    await page.getByRole('button', { name: '复制验证码 123456' }).click();
    expect(await number.isVisible()).toBe(false);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(360);
    await page.getByRole('button', { name: '返回号码列表' }).click();
    await number.waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});
