import type { Params } from '../http/params.js';
import { MAGIC_PREFIX } from '../magic/magic-number.js';
import type { MagicNumber } from '../magic/magic-number.wire.js';
import { MAGIC_NUMBERS } from '../magic/magic-numbers.js';
import type { EventBus } from '../model/event-bus.js';
import type { ActiveFault, FaultEffect, FaultRule } from '../model/fault.wire.js';
import { readAskedNumber, readPhoneNumber } from '../model/phone-number.js';

const BY_NUMBER = new Map(MAGIC_NUMBERS.map((magic) => [magic.phoneNumber, magic]));

const MAX_RULES = 1_000;

/** What the rules look at. */
interface FaultableCall {
  readonly action: string;
  readonly params: Params;
}

/** Decides whether a call gets a fault: first by the rules in their order, then by magic number. */
export class FaultRegistry {
  readonly #events: EventBus;
  #rules: ActiveFault[] = [];
  #sequence = 0;
  /** Calls so far to the magic numbers that fail only some of the time. */
  readonly #magicCalls = new Map<string, number>();

  constructor(events: EventBus) {
    this.#events = events;
  }

  add(rule: FaultRule): ActiveFault {
    checkFaultRule(rule);
    if (this.#rules.length >= MAX_RULES) throw new RangeError('There are too many faults in force');
    const active: ActiveFault = { ...rule, id: `f${++this.#sequence}`, applied: 0 };
    this.#rules.push(active);
    this.#events.emit({ type: 'faults' });
    return active;
  }

  list(): readonly ActiveFault[] {
    return this.#rules;
  }

  /** Returns whether there was such a rule. */
  remove(id: string): boolean {
    const before = this.#rules.length;
    this.#rules = this.#rules.filter((rule) => rule.id !== id);
    this.#events.emit({ type: 'faults' });
    return this.#rules.length < before;
  }

  clear(): void {
    this.#rules = [];
    this.#magicCalls.clear();
    this.#events.emit({ type: 'faults' });
  }

  /** Returns the fault for a call, and counts it as applied. */
  take(call: FaultableCall): FaultRule | undefined {
    return this.#takeRule(call) ?? this.#takeMagic(call);
  }

  #takeRule({ action, params }: FaultableCall): FaultRule | undefined {
    const rule = this.#rules.find(
      ({ match = {}, count, applied }) =>
        (count === undefined || applied < count) &&
        (match.action === undefined || match.action === action) &&
        (match.templateCode === undefined || match.templateCode === params['TemplateCode']) &&
        (match.phoneNumber === undefined || isRecipient(match.phoneNumber, params)) &&
        (match.share === undefined || Math.random() < match.share),
    );
    if (!rule) return undefined;
    rule.applied++;
    this.#events.emit({ type: 'faults' });
    return rule;
  }

  #takeMagic({ action, params }: FaultableCall): MagicNumber | undefined {
    if (action !== 'SendSms' && action !== 'SendBatchSms') return undefined;
    const written = params['PhoneNumbers'] ?? params['PhoneNumberJson'] ?? '';
    if (!written.includes(MAGIC_PREFIX)) return undefined;
    for (const phoneNumber of recipientsOf(params)) {
      const magic = BY_NUMBER.get(phoneNumber);
      if (magic && this.#fails(magic)) return magic;
    }
    return undefined;
  }

  #fails({ phoneNumber, failures }: MagicNumber): boolean {
    if (failures === undefined) return true;
    const calls = this.#magicCalls.get(phoneNumber) ?? 0;
    this.#magicCalls.set(phoneNumber, calls + 1);
    return calls % (failures + 1) < failures;
  }
}

const REQUIRED: Readonly<Partial<Record<FaultEffect['type'], readonly string[]>>> = {
  refuse: ['code'],
  gateway: ['status', 'code'],
  answer: ['status'],
  delay: ['ms'],
  'slow-body': ['ms'],
};

/** Rules come over REST too: throws what a rule lacks before it is in force. */
function checkFaultRule({ effect, match, count }: FaultRule): void {
  for (const name of (Object.hasOwn(REQUIRED, effect.type) && REQUIRED[effect.type]) || []) {
    if (!(name in effect)) throw new TypeError(`A fault of type ${effect.type} needs "${name}"`);
  }
  if ('status' in effect && !(effect.status >= 200 && effect.status <= 599)) {
    throw new RangeError('status must be from 200 to 599');
  }
  if (match?.share !== undefined && !(match.share >= 0 && match.share <= 1)) {
    throw new RangeError('share must be from 0 to 1');
  }
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
    throw new RangeError('count must be a whole number of at least 1');
  }
}

function isRecipient(phoneNumber: string, params: Params): boolean {
  return recipientsOf(params).includes(readAskedNumber(phoneNumber));
}

/** The numbers in a call of any action; empty where they cannot be read. */
function recipientsOf({ PhoneNumbers, PhoneNumberJson, PhoneNumber }: Params): string[] {
  const written = PhoneNumberJson
    ? textsIn(PhoneNumberJson)
    : (PhoneNumbers ?? PhoneNumber ?? '').split(',');
  return written.map((each) => readPhoneNumber(each.trim()) ?? each);
}

function textsIn(json: string): string[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
