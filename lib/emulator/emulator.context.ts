import type { EmulatorClock } from './emulator.clock.js';
import type { ResolvedOptions } from './emulator.options.js';
import type { FaultRegistry } from './faults/fault.registry.js';
import type { Feed } from './feed.js';
import type { FlowControl } from './flow-control/flow-control.js';
import type { MessageStore } from './messages/message.store.js';
import type { ReplyStore } from './messages/reply.store.js';
import type { Pusher } from './receipts/pusher.js';
import type { ReceiptDesk } from './receipts/receipt.desk.js';
import type { SignStore } from './signs/sign.store.js';
import type { TemplateStore } from './templates/template.store.js';

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
