import { beforeEach, describe, expect, it } from 'vitest';
import { flowControlRetryAfter } from '../errors/flow-control.js';
import {
  ALIYUN_LIMITS,
  type FlowControlDecision,
  FlowControlGuard,
  type FlowControlRequest,
  limitsIssues,
  MemoryLimitStore,
  type SmsLimits,
} from './index.js';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const PHONE = '13800138000';
const OTHER = '13900139000';

let now: number;
let store: MemoryLimitStore;

beforeEach(() => {
  now = 0;
  store = new MemoryLimitStore(() => now);
});

const guardOf = (limits: SmsLimits) => new FlowControlGuard(limits, store);
const request = (changes: Partial<FlowControlRequest> = {}): FlowControlRequest => ({
  sign: '某某科技',
  template: 'SMS_1',
  phones: [PHONE],
  ...changes,
});

/** Sends until the guard refuses, waiting `pace` between the messages. */
async function countAccepted(guard: FlowControlGuard, pace: number, changes = {}) {
  for (let count = 0; count < 200; count++) {
    const decision = await guard.acquire(request(changes));
    if (decision.outcome !== 'granted') return { count, refusal: refusalOf(decision) };
    decision.permit.commit();
    now += pace;
  }
  return { count: Infinity, refusal: undefined };
}

function refusalOf(decision: FlowControlDecision) {
  if (decision.outcome !== 'limited') throw new Error(`the guard decided ${decision.outcome}`);
  return decision.refusal;
}

function permitOf(decision: FlowControlDecision) {
  if (decision.outcome !== 'granted') throw new Error(`the guard decided ${decision.outcome}`);
  return decision.permit;
}

describe("limits: 'aliyun'", () => {
  it('lets exactly one of 200 concurrent sends to one number pass', async () => {
    const guard = guardOf('aliyun');
    const decisions = await Promise.all(
      Array.from({ length: 200 }, () => guard.acquire(request())),
    );
    expect(decisions.filter(({ outcome }) => outcome === 'granted')).toHaveLength(1);
    expect(decisions.filter(({ outcome }) => outcome === 'limited')).toHaveLength(199);
  });

  it.each([
    ['one code a minute', 1, 1, '触发分钟级流控Permits:1', 60],
    ['five codes an hour', MINUTE, 5, '触发小时级流控Permits:5', 3_300],
    ['ten codes a day', HOUR / 5, 10, '触发天级流控Permits:10', 79_200],
  ])('lets %s of a sign reach a number', async (_title, pace, count, aliyunMessage, retryAfter) => {
    const outcome = await countAccepted(guardOf('aliyun'), pace);
    expect(outcome).toMatchObject({
      count,
      refusal: { aliyunCode: 'isv.BUSINESS_LIMIT_CONTROL', aliyunMessage, retryAfter },
    });
  });

  it('lets 40 codes a day reach a number, of whatever sign', async () => {
    const guard = guardOf('aliyun');
    for (let sign = 0; sign < 40; sign++) {
      permitOf(await guard.acquire(request({ sign: `sign ${sign}` }))).commit();
    }
    expect(refusalOf(await guard.acquire(request({ sign: 'another' })))).toMatchObject({
      aliyunMessage: '触发号码天级流控Permits:40',
      retryAfter: 86_400,
    });
  });

  it.each(['notification', 'promotion'] as const)(
    'lets 50 messages a day of one sign and one %s template reach a number',
    async (kind) => {
      const guard = guardOf({ windows: 'aliyun', kinds: { SMS_1: kind, SMS_2: kind } });
      const { count, refusal } = await countAccepted(guard, 1_000);
      expect(count).toBe(50);
      expect(refusal!.aliyunMessage).toBe('触发天级流控Permits:50');
      expect(await guard.acquire(request({ template: 'SMS_2' }))).toMatchObject({
        outcome: 'granted',
      });
      expect(await guard.acquire(request({ sign: '另一家' }))).toMatchObject({
        outcome: 'granted',
      });
    },
  );

  it('treats templates of unknown kind as verification', async () => {
    expect((await countAccepted(guardOf({ kinds: { SMS_9: 'promotion' } }), 1)).count).toBe(1);
    expect((await countAccepted(guardOf({ kind: 'notification' }), 1)).count).toBe(50);
  });

  it('prefers the kind of the send to that of the options', async () => {
    const guard = guardOf('aliyun');
    const { count } = await countAccepted(guard, 1, { kind: 'notification' });
    expect(count).toBe(50);
  });

  it('is not confused by a template code that every object has as a property', async () => {
    const { count } = await countAccepted(guardOf('aliyun'), 1, { template: 'constructor' });
    expect(count).toBe(1);
  });

  it('speaks as Aliyun does, so that its text is read as one of Aliyun', async () => {
    for (const pace of [1, MINUTE, HOUR / 5]) {
      store = new MemoryLimitStore(() => now);
      const { refusal } = await countAccepted(guardOf('aliyun'), pace);
      const { aliyunCode, aliyunMessage, window } = refusal!;
      expect(flowControlRetryAfter(aliyunCode, aliyunMessage, now)).toBe(window.windowMs / 1_000);
    }
  });

  it.each(['85251234567', '+18625550100', '442071838750'])(
    'does not limit the foreign number %s, as Aliyun does not',
    async (phone) => {
      const guard = guardOf('aliyun');
      expect((await countAccepted(guard, 0, { phones: [phone] })).count).toBe(Infinity);
      expect(store.size).toBe(0);
    },
  );

  it('refuses the whole send when one of its numbers must wait, and says which', async () => {
    const guard = guardOf('aliyun');
    await guard.acquire(request({ phones: [OTHER] }));
    const decision = await guard.acquire(request({ phones: ['85251234567', PHONE, OTHER] }));
    expect(refusalOf(decision).phoneIndex).toBe(2);
    expect(await guard.acquire(request({ phones: [PHONE] }))).toMatchObject({ outcome: 'granted' });
  });

  it('takes places for 1,000 numbers at once', async () => {
    const guard = guardOf('aliyun');
    const phones = Array.from({ length: 1_000 }, (_, i) => String(13_800_000_000 + i));
    expect(await guard.acquire(request({ phones }))).toMatchObject({ outcome: 'granted' });
    expect(refusalOf(await guard.acquire(request({ phones: [phones[999]!] }))).phoneIndex).toBe(0);
  });
});

describe('a permit', () => {
  const guard = () => guardOf([{ limit: 1, windowMs: MINUTE, by: 'phone' }]);

  it('counts as soon as it is given, before anybody knows how the send ends', async () => {
    const shared = guard();
    await shared.acquire(request());
    expect(await shared.acquire(request())).toMatchObject({ outcome: 'limited' });
  });

  it('gives its place back on release', async () => {
    const shared = guard();
    await permitOf(await shared.acquire(request())).release();
    expect(await shared.acquire(request())).toMatchObject({ outcome: 'granted' });
  });

  it('keeps its place once committed, whatever is called after', async () => {
    const shared = guard();
    const permit = permitOf(await shared.acquire(request()));
    permit.commit();
    await permit.release();
    expect(await shared.acquire(request())).toMatchObject({ outcome: 'limited' });
  });

  it('does not give back the place of a later send when released twice', async () => {
    const shared = guard();
    const permit = permitOf(await shared.acquire(request()));
    await permit.release();
    await shared.acquire(request());
    await permit.release();
    expect(await shared.acquire(request())).toMatchObject({ outcome: 'limited' });
  });
});

describe('limits of your own', () => {
  it('counts a list of windows for templates of every kind together', async () => {
    const guard = guardOf({
      windows: [{ limit: 2, windowMs: 1_500, by: 'phone' }],
      kinds: { SMS_2: 'promotion' },
    });
    await guard.acquire(request());
    await guard.acquire(request({ template: 'SMS_2' }));
    expect(refusalOf(await guard.acquire(request()))).toMatchObject({
      aliyunMessage: '触发自定义流控Permits:2',
      retryAfter: 2,
      window: { limit: 2, windowMs: 1_500, by: 'phone' },
    });
  });

  it("replaces Aliyun's windows kind by kind", async () => {
    const guard = guardOf({
      windows: {
        ...ALIYUN_LIMITS,
        verification: [{ limit: 3, windowMs: MINUTE, by: 'sign+phone' }],
      },
    });
    expect((await countAccepted(guard, 1)).count).toBe(3);
    expect((await countAccepted(guard, 1, { kind: 'promotion' })).count).toBe(50);
  });

  it('counts each kind by itself where each has windows of its own', async () => {
    const windows = [{ limit: 1, windowMs: MINUTE, by: 'phone' as const }];
    const guard = guardOf({
      windows: { verification: windows, notification: windows, promotion: windows },
    });
    for (const kind of ['verification', 'notification', 'promotion'] as const) {
      expect(await guard.acquire(request({ kind }))).toMatchObject({ outcome: 'granted' });
    }
  });

  it('does not count what the window does not count together', async () => {
    const guard = guardOf([{ limit: 1, windowMs: MINUTE, by: 'sign+template+phone' }]);
    for (const changes of [{}, { sign: 'b' }, { template: 'SMS_2' }, { phones: [OTHER] }]) {
      expect(await guard.acquire(request(changes))).toMatchObject({ outcome: 'granted' });
    }
    expect(await guard.acquire(request())).toMatchObject({ outcome: 'limited' });
  });

  it.each([
    '13800138000',
    '+13800138000',
    '+8613800138000',
    '008613800138000',
    '8613800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 138-0013-8000',
    '0086 138 0013 8000',
  ])('exempts a number that is written as %s', async (exempt) => {
    expect(limitsIssues({ exempt: [exempt] })).toEqual([]);
    const guard = guardOf({ exempt: [exempt] });
    expect((await countAccepted(guard, 0)).count).toBe(Infinity);
    expect((await countAccepted(guard, 0, { phones: [OTHER] })).count).toBe(1);
  });

  it.each(['+85251234567', '0085251234567', '852 5123 4567'])(
    'exempts a number abroad that is written as %s',
    async (exempt) => {
      const guard = guardOf({ exempt: [exempt], countForeign: true });
      const phones = ['85251234567'];
      expect((await countAccepted(guard, 0, { phones })).count).toBe(Infinity);
    },
  );

  it('counts foreign numbers where that is wanted', async () => {
    const guard = guardOf({ countForeign: true });
    expect((await countAccepted(guard, 1, { phones: ['85251234567'] })).count).toBe(1);
  });

  it('keeps the count of a day although another guard on the store looks back a minute', async () => {
    const minute = guardOf([{ limit: 9, windowMs: MINUTE, by: 'phone' }]);
    const day = guardOf([{ limit: 2, windowMs: DAY, by: 'phone' }]);
    await day.acquire(request());
    await day.acquire(request());
    now += HOUR;
    await minute.acquire(request());
    expect(await day.acquire(request())).toMatchObject({ outcome: 'limited' });
  });
});
