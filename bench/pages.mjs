/**
 * The inbox under load: `node bench/pages.mjs [--messages 2000] [--throttle 4] [--dist dir]`.
 *
 * Opens the page in Chromium, sends messages to as many numbers and then to one number, 32 at a time, and prints the
 * longest gap between two frames of the page, how long seven keys in the search take, and what a first load costs.
 * The sender, the emulator and the browser share the machine. Build first (`npm run build`).
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import Sdk from '@alicloud/dysmsapi20170525';
import OpenApi from '@alicloud/openapi-client';
import { chromium } from 'playwright-core';

const { values: options } = parseArgs({
  options: {
    messages: { type: 'string', default: '2000' },
    /** The CPU of the page is so many times slower. */
    throttle: { type: 'string', default: '1' },
    dist: { type: 'string', default: resolve(import.meta.dirname, '../dist') },
    browser: { type: 'string', default: '/usr/bin/chromium' },
  },
});
const AT_ONCE = 32;
const total = Number(options.messages);

const { AliyunSmsEmulator } = await import(
  pathToFileURL(resolve(options.dist, 'esm/emulator/index.js')).href
);
const browser = await chromium.launch({
  executablePath: options.browser,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});

/** Runs in the page: remembers the longest gap between frames, and the time that typing takes. */
function watch() {
  let last = performance.now();
  window.longestGap = 0;
  const frame = (now) => {
    window.longestGap = Math.max(window.longestGap, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  let first;
  let keys = 0;
  addEventListener('keydown', () => {
    first ??= performance.now();
  });
  addEventListener('input', () => {
    if (++keys < 7) return;
    requestAnimationFrame(() => {
      setTimeout(() => {
        window.typed = performance.now() - first;
      });
    });
  });
}

async function measure(name, numberOf) {
  const emulator = await AliyunSmsEmulator.start();
  const page = await browser.newPage();
  const requests = [];
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  page.on('request', (request) => requests.push(request.url()));
  const started = performance.now();
  await page.goto(emulator.url);
  await page.locator('#live.good').waitFor();
  const ready = performance.now() - started;
  await new Promise((done) => setTimeout(done, 1_200));
  const load = {
    requests: requests.filter((url) => !url.startsWith('data:') && !url.endsWith('/events')).length,
    KiB: +(bytes / 1024).toFixed(1),
    ready: Math.round(ready),
  };

  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(options.throttle) });
  await page.evaluate(watch);
  const sent = performance.now();
  await send(emulator, numberOf);
  const sending = performance.now() - sent;
  await page.waitForFunction(
    (text) => document.querySelector('main').textContent.includes(text),
    `code: ${total - 1}`,
    { timeout: 120_000 },
  );
  const gap = await page.evaluate(() => window.longestGap);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  const tabStops = await page.evaluate(
    () =>
      [...document.querySelectorAll('a, button, input, select, summary, [tabindex]')].filter(
        (each) => each.tabIndex >= 0 && each.checkVisibility(),
      ).length,
  );
  await page.locator('#search').focus();
  await page.keyboard.type('1390000');
  const typed = await page.waitForFunction(() => window.typed).then((value) => value.jsonValue());
  console.log(
    name.padEnd(12),
    JSON.stringify({
      ...load,
      'sent in ms': Math.round(sending),
      'longest gap ms': Math.round(gap),
      'seven keys ms': Math.round(typed),
      nodes,
      'tab stops': tabStops,
    }),
  );
  await page.close();
  await emulator.close();
}

async function send(emulator, numberOf) {
  const [{ accessKey, accessSecret }] = emulator.accounts;
  const client = new Sdk.default(
    new OpenApi.Config({
      accessKeyId: accessKey,
      accessKeySecret: accessSecret,
      endpoint: emulator.endpoint,
      protocol: 'http',
    }),
  );
  let next = 0;
  const worker = async () => {
    while (next < total) {
      const i = next++;
      await client.sendSms(
        new Sdk.SendSmsRequest({
          phoneNumbers: numberOf(i),
          signName: '某某科技',
          templateCode: 'SMS_123456789',
          templateParam: JSON.stringify({ code: String(i) }),
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

await measure('many numbers', (i) => String(13_900_000_000 + i));
await measure('one number', () => '13900000000');
await browser.close();
