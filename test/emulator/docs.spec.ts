import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAGIC_NUMBERS, MAGIC_RECEIPTS } from 'nestjs-aliyun-sms/emulator';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../lib/emulator/operations/operations.js';
import { REST_PREFIX, REST_ROUTES } from '../../lib/emulator/control/rest.routes.js';

describe.each([
  ['docs/emulator.md', 'en'],
  ['docs/emulator.zh-CN.md', 'zh'],
] as const)('%s', (path, language) => {
  const text = readFileSync(join(import.meta.dirname, '../..', path), 'utf8').replaceAll(
    / +\|/g,
    ' |',
  );

  it('lists every magic number with what it does, and none besides', () => {
    const rows = [
      ...MAGIC_NUMBERS.map((each) => `| \`${each.phoneNumber}\` | ${each.title[language]} |`),
      ...MAGIC_RECEIPTS.map((each) => `| \`${each.phoneNumber}\` | \`${each.errCode}\` |`),
    ];
    expect(rows.filter((row) => !text.includes(row))).toEqual([]);
    expect(text.match(/`1700000\d{4}`/g)).toHaveLength(rows.length);
  });

  it('lists every call of the REST interface and every operation', () => {
    const calls = REST_ROUTES.map((route) => `\`${route.method} ${REST_PREFIX}${route.path}\``);
    const operations = [...OPERATIONS.keys()].map((action) => `\`${action}\``);
    expect([...calls, ...operations].filter((each) => !text.includes(each))).toEqual([]);
  });
});
