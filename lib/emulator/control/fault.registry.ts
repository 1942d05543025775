import type { Feed } from '../model/event-bus.js';
import type { AliyunRequest } from '../gateway/aliyun-request.js';
import { normalizePhoneNumber } from '../model/phone-number.js';
import { checkFaultRule } from '../faults/check-fault-rule.js';
import type { ActiveFault, FaultRule } from '../model/fault.js';
import { MAGIC_PREFIX, type MagicNumber } from '../magic/magic-number.js';
import { MAGIC_NUMBERS } from '../magic/magic-numbers.js';
import { recipientsOf } from '../faults/recipients-of.js';

const BY_NUMBER = new Map(MAGIC_NUMBERS.map((magic) => [magic.phoneNumber, magic]));

const MAX_RULES = 1_000;

/** Decides what goes wrong with a call: rules in their order, then magic numbers. */
export class FaultRegistry {
  private rules: ActiveFault[] = [];
  private sequence = 0;
  /** Calls so far to the magic numbers that fail some of the time. */
  private readonly magicCalls = new Map<string, number>();

  constructor(private readonly feed: Feed) {}

  add(rule: FaultRule): ActiveFault {
    checkFaultRule(rule);
    if (this.rules.length >= MAX_RULES) throw new RangeError('There are too many faults in force');
    const active: ActiveFault = { ...rule, id: `f${++this.sequence}`, applied: 0 };
    this.rules.push(active);
    this.feed.emit({ type: 'faults' });
    return active;
  }

  list(): readonly ActiveFault[] {
    return this.rules;
  }

  remove(id: string): boolean {
    const before = this.rules.length;
    this.rules = this.rules.filter((rule) => rule.id !== id);
    this.feed.emit({ type: 'faults' });
    return this.rules.length < before;
  }

  clear(): void {
    this.rules = [];
    this.magicCalls.clear();
    this.feed.emit({ type: 'faults' });
  }

  /** The fault for a call, counted as applied. */
  take(request: AliyunRequest): FaultRule | undefined {
    return this.takeRule(request) ?? this.takeMagic(request);
  }

  private takeRule(request: AliyunRequest): FaultRule | undefined {
    const rule = this.rules.find(
      ({ match = {}, count, applied }) =>
        (count === undefined || applied < count) &&
        (match.action === undefined || match.action === request.action) &&
        (match.templateCode === undefined ||
          match.templateCode === request.params['TemplateCode']) &&
        (match.phoneNumber === undefined || isRecipient(match.phoneNumber, request)) &&
        (match.share === undefined || Math.random() < match.share),
    );
    if (!rule) return undefined;
    rule.applied++;
    this.feed.emit({ type: 'faults' });
    return rule;
  }

  private takeMagic({ action, params }: AliyunRequest): MagicNumber | undefined {
    if (action !== 'SendSms' && action !== 'SendBatchSms') return undefined;
    const written = params['PhoneNumbers'] ?? params['PhoneNumberJson'] ?? '';
    if (!written.includes(MAGIC_PREFIX)) return undefined;
    for (const phoneNumber of recipientsOf(params)) {
      const magic = BY_NUMBER.get(phoneNumber);
      if (magic && this.fails(magic)) return magic;
    }
    return undefined;
  }

  private fails({ phoneNumber, failures }: MagicNumber): boolean {
    if (failures === undefined) return true;
    const calls = this.magicCalls.get(phoneNumber) ?? 0;
    this.magicCalls.set(phoneNumber, calls + 1);
    return calls % (failures + 1) < failures;
  }
}

function isRecipient(phoneNumber: string, { params }: AliyunRequest): boolean {
  return recipientsOf(params).includes(normalizePhoneNumber(phoneNumber) ?? phoneNumber);
}
