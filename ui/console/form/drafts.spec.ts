import { beforeEach, describe, expect, it } from 'vitest';
import type { InstanceAnswer, StateAnswer } from '../../../lib/console/console.wire.ts';
import { ConsoleStore } from '../store.ts';
import { Drafts } from './drafts.ts';

const FIELDS = ['verifySign', 'endpoint'].map((name) => ({
  name,
  kind: 'text' as const,
  title: { en: name, zh: name },
  required: false,
  advanced: false,
}));

const instance = (config: Record<string, unknown>, version = '1'): InstanceAnswer => ({
  name: 'login',
  title: '登录',
  type: 'SMS.Aliyun',
  origin: 'folder',
  version,
  sign: null,
  key: null,
  editable: true,
  isAliyun: true,
  hasHealth: true,
  destination: null,
  config,
  secrets: [],
});

describe('The drafts of the console', () => {
  let store: ConsoleStore;
  let drafts: Drafts;
  const at = () => drafts.at({ isNew: false, name: 'login' })!;
  const write = (values: Record<string, string>) =>
    drafts.change(at(), { values: { ...at().values, ...values } });

  beforeEach(async () => {
    const state: StateAnswer = {
      readOnly: false,
      canCreate: true,
      directory: 'SMS',
      types: [{ name: 'SMS.Aliyun', title: { en: '', zh: '' }, fields: FIELDS }],
      instances: [instance({ verifySign: '甲', endpoint: 'a' })],
    };
    store = new ConsoleStore(() => Promise.resolve(state));
    drafts = new Drafts(store);
    await store.load();
  });

  it('follow an instance until somebody writes into them', () => {
    store.put(instance({ verifySign: '乙' }, '2'));
    expect(at()).toMatchObject({ values: { verifySign: '乙' }, version: '2', isStale: false });
    write({ verifySign: '丙' });
    store.put(instance({ verifySign: '丁' }, '3'));
    expect(at()).toMatchObject({ values: { verifySign: '丙' }, version: '2', isStale: true });
    expect(drafts.hasEdits('login')).toBe(true);
  });

  it('keep what was written on top of what somebody else has saved', () => {
    write({ verifySign: '丙' });
    store.put(instance({ verifySign: '乙', endpoint: 'b' }, '2'));
    drafts.rebase(at());
    expect(at()).toMatchObject({
      values: { verifySign: '丙', endpoint: 'b' },
      version: '2',
      isStale: false,
    });
  });

  it('give a copy a name and a title that nobody has', () => {
    const copy = drafts.at({ isNew: true, source: 'login' });
    expect(copy).toMatchObject({ name: 'login-2', title: '登录 2', secrets: [] });
    expect(drafts.dirty.value).toEqual([]);
  });

  it('are gone when they are discarded', () => {
    write({ verifySign: '丙' });
    drafts.discard(at().key);
    expect(at().values['verifySign']).toBe('甲');
  });
});
