import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { SmsElements } from 'nestjs-aliyun-sms';
import { describe, expect, it } from 'vitest';
import { KEYS, rejectionOf } from '../support/app.js';
import { ADAPTERS, useConsole } from './console-app.js';

const NEW = { name: 'login', type: 'SMS.Aliyun', config: { ...KEYS, verifySign: '签' } };
const signed = (verifySign: string) => ({ type: 'SMS.Aliyun', config: { verifySign } });

describe.each(ADAPTERS)('the version of an instance on %s', (_, adapter) => {
  const used = useConsole(adapter);
  const put = (version: string | undefined, body: unknown) =>
    used().ask(
      'PUT',
      'instances/login',
      body,
      version === undefined ? {} : { 'if-match': version },
    );
  const remove = (version?: string) =>
    used().ask(
      'DELETE',
      'instances/login',
      {},
      version === undefined ? {} : { 'if-match': version },
    );

  it('is in every answer, and is that of the content', async () => {
    await used().start();
    const { body: made } = await used().create(NEW);
    expect(made.version).toMatch(/^[\w-]{10,}$/);
    expect((await used().instance('login')).version).toBe(made.version);
    expect((await used().instance('default')).version).toBeNull();
    const { body: edited } = await put(made.version, signed('新'));
    expect(edited.version).not.toBe(made.version);
    const { body: back } = await put(edited.version, signed('签'));
    expect(back.version).toBe(made.version);
    await used().app!.close();
    await used().start();
    expect((await used().instance('login')).version).toBe(made.version);
  });

  it('lets one of two people save, and shows the other one what is stored', async () => {
    await used().start();
    const { version } = (await used().create(NEW)).body;
    const answers = await Promise.all(['甲', '乙', '丙'].map((sign) => put(version, signed(sign))));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const winner = answers.find(({ status }) => status === 200)!;
    for (const { status, body, text } of answers) {
      if (status === 200) continue;
      expect(body.error.message).toMatch(/changed by somebody else.*nothing was saved/);
      expect(body.error.current).toEqual(winner.body);
      expect(text).not.toContain(KEYS.accessSecret);
      expect(text).not.toContain(KEYS.accessKey);
    }
    const retried = await put(winner.body.version, signed('丁'));
    expect(retried.body.sign).toBe('丁');
  });

  it('counts a file that was edited by hand as changed', async () => {
    await used().start();
    const { version } = (await used().create(NEW)).body;
    const text = await readFile(used().file(), 'utf8');
    await writeFile(used().file(), text.replace('签', '手'));
    for (const answer of [await put(version, signed('新')), await remove(version)]) {
      expect(answer.status).toBe(409);
      expect(answer.body.error.current).toMatchObject({ name: 'login', sign: '手' });
    }
    expect(await readFile(used().file(), 'utf8')).toContain('手');
    expect((await used().edit('login', signed('新'))).status).toBe(200);
  });

  it('counts a secret that was changed, although no page shows it', async () => {
    await used().start();
    const { version } = (await used().create(NEW)).body;
    const config = { ...NEW.config, accessSecret: 'another-secret' };
    expect((await put(version, { ...NEW, config })).status).toBe(200);
    expect((await put(version, signed('签'))).status).toBe(409);
  });

  it('counts files that are gone or broken', async () => {
    await used().start();
    const { version } = (await used().create(NEW)).body;
    await writeFile(used().file(), '{');
    expect((await put(version, signed('新'))).status).toBe(409);
    const broken = await used().instance('login');
    const refused = await put(broken.version, signed('新'));
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      expect.stringMatching(/cannot be read now: correct them by hand/),
    ]);
    await rm(`${used().root}/SMS/login`, { recursive: true, force: true });
    expect((await put(version, signed('新'))).status).toBe(409);
    expect(existsSync(used().file())).toBe(false);
  });

  it.each(['PUT', 'DELETE'])('is asked for where %s has none', async (method) => {
    await used().start();
    await used().create(NEW);
    const { status, body } = await used().ask(method, 'instances/login', signed('新'));
    expect(status).toBe(428);
    expect(body.error.message).toMatch(/If-Match is missing: give the version/);
    expect(await readFile(used().file(), 'utf8')).toContain('签');
  });

  it.each(['*', '""', 'W/"x"', 'null', 'undefined'])('is not %s', async (version) => {
    await used().start();
    await used().create(NEW);
    expect((await put(version, signed('新'))).status).toBe(409);
    expect((await remove(version)).status).toBe(409);
  });

  it('may stand in quotes, as the header has it', async () => {
    await used().start();
    const { version } = (await used().create(NEW)).body;
    expect((await put(`"${version}"`, signed('新'))).status).toBe(200);
  });

  it('lets one of two create, and shows what there is', async () => {
    await used().start();
    const both = await Promise.all([used().create(NEW), used().create({ ...NEW, title: '二' })]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const [made, late] = both.toSorted((a, b) => a.status - b.status);
    expect(late!.body.error.current).toEqual(made!.body);
    const ofCode = await used().create({ ...NEW, name: 'default' });
    expect([ofCode.status, ofCode.body.error.current.origin]).toEqual([409, 'code']);
  });

  it('lets either a change or the removal happen', async () => {
    await used().start();
    const { version } = (await used().create(NEW)).body;
    const both = await Promise.all([put(version, signed('新')), remove(version)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const isThere = existsSync(used().file());
    expect(isThere).toBe(both[0].status === 200);
    expect((await used().instance('login')) !== undefined).toBe(isThere);
  });

  it('holds for changes of the application in the same process too', async () => {
    await used().start();
    const { version } = (await used().create(NEW)).body;
    const elements = used().app!.get(SmsElements);
    const element = { ...NEW, title: 'x', values: { ...KEYS, verifySign: '码' } };
    const [own, ofPage] = await Promise.all([elements.save(element), put(version, signed('新'))]);
    expect([own, ofPage.status]).toEqual([undefined, 409]);
    const error = await rejectionOf(elements.save(element, version));
    expect([error.name, error.message]).toEqual([
      'SmsElementChangedError',
      expect.stringMatching(/login was changed in the meantime: read it again/),
    ]);
    expect((await rejectionOf(elements.save(element, null))).name).toBe('SmsElementChangedError');
    expect((await rejectionOf(elements.remove('login', version))).name).toBe(
      'SmsElementChangedError',
    );
    await elements.save(element, elements.version('login'));
    expect(await elements.remove('login', elements.version('login'))).toBe(true);
    expect(elements.version('login')).toBeUndefined();
  });
});
