import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAGIC_NUMBERS, MAGIC_RECEIPTS } from 'nestjs-aliyun-sms/emulator';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../lib/emulator/operations/operations.js';
import { REST_PREFIX, REST_ROUTES } from '../../lib/emulator/control/rest.routes.js';
import { emulatorParts, withParts } from '../../tools/docs-parts.mjs';

describe.each([
  ['docs/emulator.md', 'en'],
  ['docs/emulator.zh-CN.md', 'zh'],
] as const)('%s', (path, language) => {
  const document = readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
  const text = document.replaceAll(/ +\|/g, ' |');

  it('lists every magic number with what it does, and none besides', () => {
    const rows = [
      ...MAGIC_NUMBERS.map((each) => `| \`${each.phoneNumber}\` | ${each.title[language]} |`),
      ...MAGIC_RECEIPTS.map((each) => `| \`${each.phoneNumber}\` | \`${each.errCode}\` |`),
    ];
    expect(rows.filter((row) => !text.includes(row))).toEqual([]);
    expect(text.match(/`1700000\d{4}`/g)).toHaveLength(rows.length);
  });

  it('lists every call of the REST interface', () => {
    const calls = REST_ROUTES.map((route) => `\`${route.method} ${REST_PREFIX}${route.path}\``);
    expect(calls.filter((each) => !text.includes(each))).toEqual([]);
  });

  it('has the list of operations that the code makes', async () => {
    expect(document, 'run npm run docs:write').toBe(
      await withParts(document, emulatorParts({ OPERATIONS }, language)),
    );
  });
});
