import { describe, expect, it } from 'vitest';
import {
  assertBulkOptions,
  BULK_DEFAULTS,
  type BulkOptions,
  type MessageSource,
} from './bulk.options.js';

async function* generated() {}

describe('what a bulk send is given', () => {
  it('makes four calls at a time, and waits 200 ms for a slow source, where nothing is said', () => {
    expect(BULK_DEFAULTS).toEqual({ concurrency: 4, maxWait: 200 });
  });

  it.each([[[]], [new Set()], [generated()]])('is an iterable: %s', (messages) => {
    expect(() => assertBulkOptions(messages as MessageSource, {})).not.toThrow();
  });

  it.each([undefined, null, {}, 7, 'a text'])('is nothing else: %s', (messages) => {
    expect(() => assertBulkOptions(messages as unknown as MessageSource, {})).toThrow(
      /^sendMessages takes an iterable or async iterable of messages$/,
    );
  });

  it.each<BulkOptions>([
    { concurrency: 1 },
    { concurrency: 9, perSecond: 0.5 },
    { perSecond: Infinity },
  ])('has options: %j', (options) => {
    expect(() => assertBulkOptions([], options)).not.toThrow();
  });

  it.each([0, -1, 1.5, NaN, Infinity, '4'])('has no concurrency %s', (concurrency) => {
    expect(() => assertBulkOptions([], { concurrency: concurrency as number })).toThrow(
      /^concurrency must be a whole number from 1$/,
    );
  });

  it.each([0, -1, NaN])('has no perSecond %s', (perSecond) => {
    expect(() => assertBulkOptions([], { perSecond })).toThrow(
      /^perSecond must be a number above 0$/,
    );
  });
});
