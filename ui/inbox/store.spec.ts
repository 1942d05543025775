import { effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { EmulatorMessage } from '../../lib/emulator/model/message.wire.ts';
import { InboxStore } from './store.ts';

const START = Date.parse('2026-11-25T08:00:00Z');

const message = (n: number, fields: Partial<EmulatorMessage> = {}): EmulatorMessage => ({
  id: `m${n}`,
  phoneNumber: '13900001234',
  signName: '某某科技',
  templateCode: 'SMS_123456789',
  templateParam: { code: `${n}` },
  content: `【某某科技】验证码 ${n}`,
  code: `${n}`,
  size: 10,
  parts: 1,
  bizId: `${n}^0`,
  requestId: `r${n}`,
  outId: null,
  smsUpExtendCode: null,
  action: 'SendSms',
  receivedAt: new Date(START + n * 1_000).toISOString(),
  accessKey: 'LTAI5t',
  receipt: { state: 'waiting', errCode: '', errMsg: '', reportedAt: null },
  ...fields,
});

const reply = (n: number) => ({
  id: `r${n}`,
  phoneNumber: '13900001234',
  content: 'TD',
  signName: '某某科技',
  destCode: '10690000',
  sentAt: new Date(START + n * 1_000).toISOString(),
});

/** A store whose frames are drawn by hand. */
function createStore(seen?: ReadonlyMap<string, number>) {
  const frames: (() => void)[] = [];
  const store = new InboxStore((run) => void frames.push(run), seen);
  const draw = () => {
    for (const run of frames.splice(0)) run();
  };
  return { store, frames, draw };
}

describe('The store of the inbox', () => {
  it('draws once per frame, however many messages arrive', () => {
    const { store, frames, draw } = createStore();
    let drawn = 0;
    effect(() => {
      void store.numbers.value;
      drawn++;
    });
    for (let n = 0; n < 1_000; n++) store.put(message(n, { phoneNumber: `${13_900_000_000 + n}` }));
    expect(frames).toHaveLength(1);
    expect(drawn).toBe(1);
    draw();
    expect(drawn).toBe(2);
    expect(store.numbers.value).toHaveLength(1_000);
  });

  it('has the number with the newest text first, and the texts of a number oldest first', () => {
    const { store, draw } = createStore();
    store.put(message(1));
    store.put(message(2, { phoneNumber: '13800138000' }));
    store.put(message(4));
    store.putReply(reply(3));
    draw();
    expect(store.numbers.value.map(({ phoneNumber }) => phoneNumber)).toEqual([
      '13900001234',
      '13800138000',
    ]);
    expect(store.conversation('13900001234').map(({ id }) => id)).toEqual(['m1', 'r3', 'm4']);
    expect(store.conversation('13811112222')).toEqual([]);
  });

  it('replaces a message whose receipt has come, and leaves the other conversations as they are', () => {
    const { store, draw } = createStore();
    store.put(message(1));
    store.put(message(2, { phoneNumber: '13800138000' }));
    draw();
    const other = store.conversation('13800138000');
    const receipt = {
      state: 'delivered',
      errCode: 'DELIVERED',
      errMsg: '',
      reportedAt: '',
    } as const;
    store.put(message(1, { receipt }));
    draw();
    expect(store.conversation('13900001234')).toMatchObject([{ message: { receipt } }]);
    expect(store.conversation('13800138000')).toBe(other);
  });

  it.each([
    ['654321 SMS_123456789', ['m654321']],
    ['sms_123456789 验证码', ['m1', 'm654321']],
    ['  ', ['m1', 'm654321']],
    ['nothing', []],
  ])('finds what has all the words of %j', (search, ids) => {
    const { store, draw } = createStore();
    store.put(message(1));
    store.put(message(654321));
    draw();
    store.search.value = search;
    expect(store.conversation('13900001234').map(({ id }) => id)).toEqual(ids);
    expect(store.numbers.value).toHaveLength(ids.length > 0 ? 1 : 0);
  });

  it('counts what nobody has looked at, also after a reload', () => {
    const { store, draw } = createStore();
    store.put(message(1));
    store.put(message(2));
    store.put(message(3, { phoneNumber: '13800138000' }));
    draw();
    expect(store.unread.value).toBe(3);
    store.look('13900001234');
    draw();
    expect(store.unread.value).toBe(1);
    const reloaded = createStore(store.seen());
    reloaded.store.put(message(2));
    reloaded.store.put(message(4));
    reloaded.draw();
    expect(reloaded.store.numbers.value).toMatchObject([{ unread: 1 }]);
  });

  it('drops the oldest message where the emulator keeps no more', () => {
    const { store, draw } = createStore();
    store.setCapacity(2);
    for (const n of [1, 2, 3]) store.put(message(n));
    draw();
    expect(store.conversation('13900001234').map(({ id }) => id)).toEqual(['m2', 'm3']);
  });

  it('takes older messages that are fetched later, and drops those first', () => {
    const { store, draw } = createStore();
    store.setCapacity(3);
    store.put(message(4));
    store.put(message(5));
    store.putOlder([message(4, { content: 'as it was' }), message(3), message(2)]);
    draw();
    const items = store.conversation('13900001234');
    expect(items.map(({ id }) => id)).toEqual(['m3', 'm4', 'm5']);
    expect(items[1]).toMatchObject({ message: { content: '【某某科技】验证码 4' } });
  });

  it('is empty after it was cleared, and takes ids that were used before a restart', () => {
    const { store, draw } = createStore();
    store.put(message(1));
    store.put(message(1, { phoneNumber: '13800138000' }));
    draw();
    expect(store.numbers.value.map(({ phoneNumber }) => phoneNumber)).toEqual(['13800138000']);
    store.clear();
    draw();
    expect(store.isEmpty.value).toBe(true);
    expect(store.numbers.value).toEqual([]);
  });
});
