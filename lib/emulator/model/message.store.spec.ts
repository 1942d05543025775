import { describe, expect, it } from 'vitest';
import { EventBus } from './event-bus.js';
import type { EmulatorMessage } from './message.wire.js';
import { MessageStore } from './message.store.js';

describe('The store of messages', () => {
  const add = (store: MessageStore, outId: string) =>
    store.add({ outId, templateParam: {} } as EmulatorMessage);

  it('finds a message by its id as long as it is kept, also after it was cleared', () => {
    const store = new MessageStore(3, new EventBus());
    for (let round = 0; round < 3; round++) {
      const ids = ['a', 'b', 'c', 'd', 'e'].map((outId) => add(store, outId).id);
      expect(ids.map((id) => store.get(id)?.outId)).toEqual([undefined, undefined, 'c', 'd', 'e']);
      expect(store.list().map((message) => message.outId)).toEqual(['e', 'd', 'c']);
      expect(store.clear()).toBe(3);
      expect(ids.map((id) => store.get(id))).toEqual(Array(5).fill(undefined));
    }
  });

  it.each(['', 'm', 'm0', 'm-1', 'm1.5', 'x1', 'm1e999'])('finds nothing by %j', (id) => {
    const store = new MessageStore(3, new EventBus());
    add(store, 'a');
    expect(store.get(id)).toBeUndefined();
  });

  it('numbers calls as Aliyun does, each its own way', () => {
    const store = new MessageStore(1, new EventBus());
    const ids = Array.from({ length: 1_000 }, () => store.nextBizId());
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^\d{18}\^0$/);
  });
});
