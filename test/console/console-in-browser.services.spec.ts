import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  AliyunSmsModule,
  type AliyunSmsRootOptions,
  SmsElements,
  SmsRegistry,
} from 'nestjs-aliyun-sms';
import { AliyunSmsConsoleModule, type AliyunSmsConsoleOptions } from 'nestjs-aliyun-sms/console';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEYS } from '../support/app.js';
import { launchBrowser, NO_BROWSER, openTab } from '../support/browser.js';
import { freePort } from '../support/free-port.js';

describe.skipIf(NO_BROWSER)(`The console in a browser${NO_BROWSER}`, { timeout: 180_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let emulator: AliyunSmsEmulator;
  let root: string;
  let port: number;
  let app: INestApplication;
  let problems: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    emulator = await AliyunSmsEmulator.start({
      accounts: [KEYS],
      templates: [
        {
          templateCode: 'SMS_1',
          templateName: '登录验证码',
          templateContent: '验证码${code}，${minutes}分钟内有效。',
          templateType: 0,
        },
      ],
    });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await emulator?.close();
  });
  beforeEach(async () => {
    emulator.reset();
    root = await mkdtemp(join(tmpdir(), 'sms-console-'));
    port = await freePort();
  });
  afterEach(async () => {
    await context?.close();
    await app?.close();
    await rm(root, { recursive: true, force: true });
  });

  async function startApp(
    console: AliyunSmsConsoleOptions = {},
    options: Partial<AliyunSmsRootOptions> = {},
  ): Promise<void> {
    const module = await Test.createTestingModule({
      imports: [
        AliyunSmsModule.forRoot({
          endpoint: emulator.url,
          logging: false,
          elementsDir: join(root, 'SMS'),
          ...options,
        }),
        AliyunSmsConsoleModule.forRoot(console),
      ],
    }).compile();
    app = module.createNestApplication({ logger: false });
    await app.listen(port, '127.0.0.1');
    port = (app.getHttpServer() as { address(): AddressInfo }).address().port;
  }

  async function openPage(hash = '', options: Parameters<Browser['newContext']>[0] = {}) {
    const defaults = { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' };
    ({ context, page, problems } = await openTab(browser, { ...defaults, ...options }, 10_000));
    await page.goto(`http://127.0.0.1:${port}/console${hash}`);
    await page.locator('#live.good').waitFor();
  }

  const sms = async () =>
    JSON.parse(await readFile(join(root, 'SMS', 'login', 'sms.json'), 'utf8')) as object;
  const field = (name: string) => page.locator(`#field-${name}`);
  const texts = () =>
    emulator
      .messages()
      .map(({ content }) => content)
      .reverse();

  async function sendFromPage(code: string): Promise<void> {
    await page.goto(`http://127.0.0.1:${port}/console#/try/login/SMS_1`);
    await page.getByLabel('${code}').fill(code);
    await page.getByLabel('${minutes}').fill('5');
    await page.getByLabel('手机号码').fill('13800138000');
    await page.locator('#preview .bubble').getByText(`验证码${code}，5分钟内有效。`).waitFor();
    await page.locator('#send').click();
    await page.locator('#try-outcome').getByText('OK').first().waitFor();
  }

  it('goes the whole way: creates, sends, edits, sends again, and after a restart, deletes', async () => {
    await startApp();
    await openPage();
    await page.getByRole('link', { name: '新建实例' }).click();
    await field('name').fill('login');
    await field('title').fill('登录短信');
    await field('accessKey').fill(KEYS.accessKey);
    await field('accessSecret').fill(KEYS.accessSecret);
    await field('verifySign').fill('某某科技');
    await page.getByRole('button', { name: '创建' }).click();
    await page.getByRole('heading', { name: '登录短信' }).waitFor();
    expect(await sms()).toEqual({ ...KEYS, verifySign: '某某科技' });

    await sendFromPage('111111');
    expect(texts()).toEqual(['【某某科技】验证码111111，5分钟内有效。']);

    await page.goto(`http://127.0.0.1:${port}/console#/instances/login`);
    await field('verifySign').fill('新的签名');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('status').getByText('已保存').first().waitFor();
    expect(await sms()).toEqual({ ...KEYS, verifySign: '新的签名' });
    await sendFromPage('222222');

    await app.close();
    await page.locator('#live.bad').waitFor();
    await startApp();
    await page.locator('#live.good').waitFor({ timeout: 60_000 });
    await sendFromPage('333333');
    expect(texts().slice(1)).toEqual([
      '【新的签名】验证码222222，5分钟内有效。',
      '【新的签名】验证码333333，5分钟内有效。',
    ]);

    await page.goto(`http://127.0.0.1:${port}/console#/instances/login`);
    await page.locator('#detail').getByRole('button', { name: '删除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await page.locator('#instances a', { hasText: 'login' }).waitFor({ state: 'detached' });
    expect(existsSync(join(root, 'SMS', 'login'))).toBe(false);
    expect(app.get(SmsRegistry).has('login')).toBe(false);
    // While the application was away the page said so, and nothing else went wrong.
    expect(problems.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  });

  it('puts what the application refuses to the field that it is about', async () => {
    await startApp();
    await openPage('#/new');
    await field('name').fill('../x');
    await field('accessKey').fill('a b');
    await field('accessSecret').fill('x');
    await field('verifySign').fill('【某某】');
    await page.getByRole('button', { name: '创建' }).click();
    await page.locator('#field-name-error').getByText('名称').waitFor();
    await field('name').fill('login');
    await page.getByRole('button', { name: '创建' }).click();
    await page.locator('#field-accessKey-error').getByText('without spaces').waitFor();
    await page.locator('#field-verifySign-error').getByText('【】').waitFor();
    expect(await field('accessKey').getAttribute('aria-invalid')).toBe('true');
    expect(existsSync(join(root, 'SMS'))).toBe(false);
  });

  it('keeps a stored secret, shows none, and removes one on demand', async () => {
    await startApp();
    await openPage();
    await page.evaluate(
      ([keys]) =>
        fetch('/console/api/instances', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            name: 'login',
            type: 'SMS.Aliyun',
            config: { ...keys, securityToken: 'token-1', verifySign: '签' },
          }),
        }),
      [KEYS],
    );
    await page.goto(`http://127.0.0.1:${port}/console#/instances/login`);
    await page.reload();
    await field('accessSecret').waitFor();
    expect(await field('accessSecret').getAttribute('placeholder')).toBe('不修改');
    expect(await field('accessKey').getAttribute('placeholder')).toBe('LTAI5t****tKey');
    expect(await page.content()).not.toContain(KEYS.accessSecret);
    await page.locator('#advanced summary').click();
    await page
      .locator('.entry', { has: page.locator('#field-securityToken') })
      .getByRole('button', { name: '移除' })
      .click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('status').getByText('已保存').first().waitFor();
    expect(await sms()).toEqual({ ...KEYS, verifySign: '签' });
  });

  it('says that somebody else has saved meanwhile, and saves after a fresh look', async () => {
    await startApp({}, { ...KEYS, verifySign: '根' });
    const elements = app.get(SmsElements);
    const saved = (verifySign: string) =>
      elements.save({
        name: 'login',
        title: 'login',
        type: 'SMS.Aliyun',
        values: { ...KEYS, verifySign },
      });
    await saved('甲');
    await openPage('#/instances/login');
    await field('verifySign').fill('丙');
    await saved('乙');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('#form-problem').getByText('已被他人修改').waitFor();
    await page.locator('#form-state').getByText('已在别处修改').waitFor();
    expect(await sms()).toMatchObject({ verifySign: '乙' });
    await page.locator('#discard').click();
    await expect.poll(() => field('verifySign').inputValue()).toBe('乙');
    await field('verifySign').fill('丙');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('status').getByText('已保存').first().waitFor();
    expect(await sms()).toMatchObject({ verifySign: '丙' });
  });

  it('shows markup in a title, and does not run it', async () => {
    const evil = '<img src=x onerror="document.title=\'run\'">';
    await startApp({}, { ...KEYS, verifySign: '<b>签</b>' });
    app.get(SmsRegistry).register({ name: 'evil', title: evil });
    await openPage();
    await page.locator('#instances').getByText(evil).first().waitFor();
    await page.locator('#instances a', { hasText: evil }).click();
    await page.getByRole('heading', { name: evil }).waitFor();
    expect(await page.locator('main img, main b').count()).toBe(0);
    expect(await page.title()).not.toBe('run');
    expect(problems).toEqual([]);
  });

  it('offers nothing that changes where it is read-only', async () => {
    await startApp({ readOnly: true }, { ...KEYS, verifySign: '签' });
    await openPage();
    await page.locator('#read-only').waitFor();
    await page.locator('#instances a').first().click();
    await page.getByRole('heading', { name: 'default' }).waitFor();
    expect(await page.locator('#new').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: '删除' }).count()).toBe(0);
  });

  it('lists the sends of the application as they happen, with what to do', async () => {
    await startApp({}, { ...KEYS, verifySign: '签' });
    await openPage('#/sends');
    const message = {
      phoneList: ['13800138000'],
      params: { code: '1', minutes: '5' },
      verifyTemplateCode: 'SMS_1',
    };
    await app.get(SmsRegistry).get().sendMessage(message);
    await page.locator('#sends-list .outcome').first().waitFor();
    emulator.addFault({ effect: { type: 'refuse', code: 'isv.AMOUNT_NOT_ENOUGH' }, count: 1 });
    await app
      .get(SmsRegistry)
      .get()
      .sendMessage(message)
      .catch(() => {});
    await page.locator('#sends-list').getByText('isv.AMOUNT_NOT_ENOUGH').first().waitFor();
    expect(await page.content()).not.toContain('13800138000');
    expect(problems).toEqual([]);
  });

  it('shows templates and signatures with their review', async () => {
    await startApp({}, { ...KEYS, verifySign: '签' });
    emulator.putSign({ signName: '审核中的签名', state: 'reviewing' });
    await openPage('#/templates/default');
    await page.getByText('验证码${code}，${minutes}分钟内有效。').first().waitFor();
    await page.getByRole('link', { name: '签名', exact: true }).click();
    await page.getByText('审核中的签名').first().waitFor();
    expect(problems).toEqual([]);
  });

  it('speaks English, is dark where the system is, and fits a phone', async () => {
    await startApp({}, { ...KEYS, verifySign: '签' });
    await openPage('', {
      locale: 'en-GB',
      colorScheme: 'dark',
      viewport: { width: 360, height: 740 },
    });
    await page.getByRole('link', { name: 'Instances' }).waitFor();
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(16, 19, 23)',
    );
    for (const view of [
      '#/instances/default',
      '#/new',
      '#/try',
      '#/sends',
      '#/templates/default',
    ]) {
      await page.goto(`http://127.0.0.1:${port}/console${view}`);
      await page.locator('#live.good').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    }
  });
});
