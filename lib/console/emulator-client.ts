import { Injectable } from '@nestjs/common';

const TIMEOUT = 500;
const KEPT_FOR = 10_000;
const MAX_KNOWN = 1_000;

/** A message as an emulator has taken it. */
export interface TakenMessage {
  phoneNumber: string;
  parts: number;
  state: string;
  errorCode: string;
}

/** Asks whether an emulator listens at an address, and what it has taken. */
@Injectable()
export class EmulatorClient {
  readonly #known = new Map<string, { at: number; found: Promise<boolean> }>();

  /** @param origin of this machine, or one that plain http may go to: never that of Aliyun */
  isEmulator(origin: string): Promise<boolean> {
    const known = this.#known.get(origin);
    if (known && performance.now() - known.at < KEPT_FOR) return known.found;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    const found = this.#read(`${origin}/_emulator/health`).then(isHealth);
    this.#known.set(origin, { at: performance.now(), found });
    return found;
  }

  /** Returns the messages of a send, one for each recipient. */
  async messages(origin: string, outId: string, bizId?: string): Promise<TakenMessage[]> {
    const query = new URLSearchParams({ outId, ...(bizId && { bizId }) });
    const body = await this.#read(`${origin}/_emulator/messages?${query.toString()}`);
    const { messages } = (body ?? {}) as { messages?: unknown };
    return Array.isArray(messages) ? messages.flatMap(takenMessage) : [];
  }

  /** Returns undefined for everything but JSON: whatever listens there need not be an emulator. */
  async #read(url: string): Promise<unknown> {
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      const response = await fetch(url, { redirect: 'error', signal });
      return response.ok ? await response.json() : undefined;
    } catch {
      return undefined;
    }
  }
}

function isHealth(body: unknown): boolean {
  const { status, strict, maxMessages } = (body ?? {}) as Record<string, unknown>;
  return status === 'ok' && typeof strict === 'boolean' && typeof maxMessages === 'number';
}

function takenMessage(message: unknown): TakenMessage[] {
  const { phoneNumber, parts, receipt } = (message ?? {}) as Record<string, unknown>;
  if (typeof phoneNumber !== 'string' || typeof parts !== 'number') return [];
  const { state, errCode } = (receipt ?? {}) as Record<string, unknown>;
  return [{ phoneNumber, parts, state: textOf(state), errorCode: textOf(errCode) }];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
