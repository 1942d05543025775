import { existsSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { describe, expect, it } from 'vitest';
import { KEYS, LOGIN_CODE } from '../support/app.js';
import { ADAPTERS, useConsole } from './console-app.js';

const DEEP = 20_000;
const ARRAYS = '['.repeat(DEEP) + ']'.repeat(DEEP);
const OBJECTS = '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP);
const NEW = { name: 'login', type: 'SMS.Aliyun', config: { ...KEYS, verifySign: '签' } };
const CREATE = ['POST', 'instances'] as const;
const SEND = ['POST', 'instances/default/messages'] as const;

/** A body with the text in the place of one value. */
const withText = (body: unknown, text: string) =>
  JSON.stringify(body).replace('"HERE"', () => text);

const PLACES = [
  ['as the body of a new instance', CREATE, 'HERE'],
  ['as a title', CREATE, { ...NEW, title: 'HERE' }],
  ['as a name', CREATE, { ...NEW, name: 'HERE' }],
  ['as a type', CREATE, { ...NEW, type: 'HERE' }],
  ['as a configuration', CREATE, { ...NEW, config: 'HERE' }],
  ['as an option', CREATE, { ...NEW, config: { ...NEW.config, limits: 'HERE' } }],
  ['as a secret', CREATE, { ...NEW, config: { ...NEW.config, accessSecret: 'HERE' } }],
  ['as an unknown option', CREATE, { ...NEW, config: { ...NEW.config, x: 'HERE' } }],
  ['beside the fields of a body', CREATE, { ...NEW, x: 'HERE' }],
  ['as the body of a change', ['PUT', 'instances/default'], 'HERE'],
  ['as the body of a message', SEND, 'HERE'],
  ['as params', SEND, { ...LOGIN_CODE, params: 'HERE' }],
  ['as a value of params', SEND, { ...LOGIN_CODE, params: { code: 'HERE' } }],
  ['as a list of numbers', SEND, { ...LOGIN_CODE, phoneList: 'HERE' }],
  ['as a number', SEND, { ...LOGIN_CODE, phoneList: ['HERE'] }],
  ['as a template', SEND, { ...LOGIN_CODE, verifyTemplateCode: 'HERE' }],
  ['as a signature', SEND, { ...LOGIN_CODE, verifySign: 'HERE' }],
  ['as a question for a delivery', ['POST', 'instances/default/delivery'], { phone: 'HERE' }],
] as const;

describe.each(ADAPTERS)('hostile JSON to the console on %s', (name, adapter) => {
  const used = useConsole(adapter);
  /** As an application that takes large bodies, so that the limit of the body is not what refuses them. */
  const start = () =>
    used().start({
      prepare: (app) => {
        if (name === 'Express')
          (app as NestExpressApplication).useBodyParser('json', { limit: '1mb' });
      },
    });

  describe.each([
    ['arrays', ARRAYS],
    ['objects', OBJECTS],
  ])(`%s ${DEEP} deep`, (_, text) => {
    it.each(PLACES)('are refused %s', async (__, [method, path], body) => {
      await start();
      const answer = await used().ask(method, path, withText(body, text));
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(
        /nested deeper than 20 levels|must be a JSON object/,
      );
      expect(existsSync(used().file())).toBe(false);
      expect((await used().ask('GET', 'state')).status).toBe(200);
      expect(used().emulator.messages()).toEqual([]);
    });
  });

  it('takes what a person would nest', async () => {
    await start();
    const windows = [{ by: 'phone', windowMs: 60_000, limit: 1 }];
    const made = await used().create({ ...NEW, config: { ...NEW.config, limits: { windows } } });
    expect([made.status, made.body.error?.message]).toEqual([201, undefined]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s anywhere', async (key) => {
    await start();
    for (const body of [
      { ...NEW, HERE: 1 },
      { ...NEW, config: { ...NEW.config, HERE: { polluted: 1 } } },
      { ...NEW, config: { ...NEW.config, limits: { HERE: { polluted: 1 } } } },
      { ...NEW, config: { ...NEW.config, limits: { windows: [{ HERE: 1 }] } } },
    ]) {
      const text = JSON.stringify(body).replace('HERE', key);
      expect((await used().ask(...CREATE, text)).status).toBe(400);
    }
    const message = JSON.stringify({ ...LOGIN_CODE, params: { HERE: 'x' } }).replace('HERE', key);
    expect((await used().ask(...SEND, message)).status).toBe(400);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(existsSync(used().file())).toBe(false);
    expect(used().emulator.messages()).toEqual([]);
  });

  it('refuses text that is not UTF-8, which would be stored and sent in another form', async () => {
    await start();
    const bytes = (body: unknown) => {
      const [before, after] = JSON.stringify(body).split('HERE');
      return Buffer.concat([
        Buffer.from(before!),
        Buffer.from([0xc3, 0x28, 0xff]),
        Buffer.from(after!),
      ]);
    };
    for (const [target, body] of [
      [CREATE, { ...NEW, title: 'HERE' }],
      [CREATE, { ...NEW, config: { ...NEW.config, verifySign: 'HERE' } }],
      [SEND, { ...LOGIN_CODE, params: { code: 'HERE' } }],
    ] as const) {
      const answer = await used().ask(target[0], target[1], bytes(body));
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(/not well-formed Unicode.*UTF-8/);
    }
    expect(used().emulator.messages()).toEqual([]);
  });

  it('refuses half of a character', async () => {
    await start();
    const answer = await used().ask(...CREATE, withText({ ...NEW, title: 'HERE' }, '"\\ud800"'));
    expect(answer.status).toBe(400);
  });

  it.each(['1234567890123456789', '1e400', '1e21', '0.30000000000000004'])(
    'refuses the number %s, which is not exact',
    async (number) => {
      await start();
      const message = { ...LOGIN_CODE, params: { code: 'HERE' } };
      expect((await used().ask(...SEND, withText(message, number))).status).toBe(400);
      const config = { ...NEW.config, timeout: 'HERE' };
      expect((await used().ask(...CREATE, withText({ ...NEW, config }, number))).status).toBe(400);
      expect(existsSync(used().file())).toBe(false);
    },
  );

  it('takes the last of two equal keys, as every JSON parser of HTTP does, and stores one', async () => {
    await start();
    const text = JSON.stringify(NEW).replace('"verifySign"', '"verifySign":"另","verifySign"');
    expect((await used().ask(...CREATE, text)).body).toMatchObject({ sign: '签' });
  });

  it.each([
    'application/json-patch+json',
    'application/jsonp',
    'text/json',
    'application/x-www-form-urlencoded',
    'application/json; charset=no-such',
    '',
  ])('refuses the content type %j', async (type) => {
    await start();
    const headers = { 'content-type': type };
    const { status } = await used().ask(...CREATE, JSON.stringify(NEW), headers);
    expect([400, 403, 415]).toContain(status);
    expect(existsSync(used().file())).toBe(false);
  });

  it.each(['application/json', 'application/json;charset=utf-8', 'Application/JSON'])(
    'takes the content type %j',
    async (type) => {
      await start();
      const headers = { 'content-type': type };
      expect((await used().ask(...CREATE, JSON.stringify(NEW), headers)).status).toBe(201);
    },
  );

  it('refuses a body that is too large, and goes on', async () => {
    await start();
    const answer = await used().ask(...CREATE, { ...NEW, title: 'x'.repeat(3_000_000) });
    expect(answer.status).toBe(413);
    expect((await used().create(NEW)).status).toBe(201);
  });

  it('refuses a title that a log or a page could not show', async () => {
    await start();
    for (const title of ['a\nb', 'a\u202eb', 'a\u0000b']) {
      const { status, body } = await used().create({ ...NEW, title });
      expect(status).toBe(400);
      expect(Object.keys(body.error.fields)).toEqual(['title']);
    }
  });
});
