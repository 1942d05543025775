import type { EmulatorClock } from '../model/clock.js';
import type { ResolvedOptions } from '../emulator.options.js';
import type { FaultRegistry } from './fault.registry.js';
import type { Feed } from '../model/event-bus.js';
import type { FlowControl } from '../operations/flow-control.js';
import type { MessageStore } from '../model/message.store.js';
import type { ReplyStore } from '../model/reply.store.js';
import type { Pusher } from '../receipts/webhooks.js';
import type { ReceiptDesk } from '../receipts/delivery-reporter.js';
import type { SignStore } from '../model/sign.js';
import type { TemplateStore } from '../model/template.js';

/** What one emulator is made of: nothing of it is shared with another one in the process. */
export interface EmulatorContext {
  readonly options: ResolvedOptions;
  readonly clock: EmulatorClock;
  readonly feed: Feed;
  readonly messages: MessageStore;
  readonly replies: ReplyStore;
  readonly templates: TemplateStore;
  readonly signs: SignStore;
  readonly flowControl: FlowControl;
  readonly faults: FaultRegistry;
  readonly pusher: Pusher;
  readonly receipts: ReceiptDesk;
}
