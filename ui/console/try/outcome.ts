import { signal, type Signal } from '@preact/signals';
import type { DeliveryAnswer, SentAnswer, TryMessage } from '../../../lib/console/console.wire.ts';
import { api } from '../api.ts';
import { callErrorOf, type CallError } from '../call.ts';

/** Whether anything can have been sent. `lost`: not even the page knows what it was. */
export type SendState = 'not-sent' | 'unknown' | 'lost';

export type DeliveryState =
  | DeliveryAnswer
  | { readonly state: 'asking' }
  | { readonly state: 'error'; readonly error: CallError };

/** What became of a message that was tried out. */
export interface Outcome {
  readonly instance: string;
  readonly message: TryMessage;
  readonly sentAt: number;
  readonly result?: SentAnswer;
  readonly error?: CallError;
  /** By number, as far as somebody has asked. */
  readonly deliveries: Signal<ReadonlyMap<string, DeliveryState>>;
}

export function outcomeOf(
  sent: Pick<Outcome, 'instance' | 'message' | 'sentAt'>,
  end: { result: SentAnswer } | { error: CallError },
): Outcome {
  return { ...sent, ...end, deliveries: signal(new Map()) };
}

/** Without a response nobody knows. */
export function sendStateOf({ status, error }: CallError): SendState {
  const { outcome, outId } = error;
  const isNotSent = outcome === undefined ? status >= 400 && status < 500 : outcome !== 'unknown';
  if (isNotSent) return 'not-sent';
  return outId === undefined ? 'lost' : 'unknown';
}

/** Whether a message is the one of which nobody knows whether it was sent. */
export function isRepeat(last: Outcome | null, instance: string, message: TryMessage): boolean {
  if (!last?.error || sendStateOf(last.error) === 'not-sent') return false;
  return JSON.stringify([last.instance, last.message]) === JSON.stringify([instance, message]);
}

export async function askDelivery(outcome: Outcome, outId: string, phone: string): Promise<void> {
  const set = (state: DeliveryState) => {
    outcome.deliveries.value = new Map(outcome.deliveries.value).set(phone, state);
  };
  set({ state: 'asking' });
  const sentAt = outcome.result?.sentAt ?? outcome.sentAt;
  try {
    set(await api.delivery(outcome.instance, { outId, phone, sentAt }));
  } catch (error) {
    set({ state: 'error', error: callErrorOf(error) });
  }
}
