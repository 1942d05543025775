import { EmulatorClock } from './emulator.clock.js';
import type { EmulatorContext } from './emulator.context.js';
import type { ResolvedOptions } from './emulator.options.js';
import { FaultRegistry } from './faults/fault.registry.js';
import { Feed } from './feed.js';
import { FlowControl } from './flow-control/flow-control.js';
import { MessageStore } from './messages/message.store.js';
import { ReplyStore } from './messages/reply.store.js';
import { Pusher } from './receipts/pusher.js';
import { ReceiptDesk } from './receipts/receipt.desk.js';
import { SignStore } from './signs/sign.store.js';
import { TemplateStore } from './templates/template.store.js';

export function createContext(options: ResolvedOptions): EmulatorContext {
  const clock = new EmulatorClock();
  const feed = new Feed();
  const messages = new MessageStore(options.maxMessages, feed);
  const pusher = new Pusher(clock, feed, options.receiptsUrl);
  const faults = new FaultRegistry(feed);
  for (const rule of options.faults) faults.add(rule);
  return {
    options,
    clock,
    feed,
    messages,
    replies: new ReplyStore(feed),
    templates: new TemplateStore(clock, feed, options.templates),
    signs: new SignStore(clock, feed, options.signs),
    flowControl: new FlowControl(clock, options.flowControl),
    faults,
    pusher,
    receipts: new ReceiptDesk(clock, messages, pusher, options.autoReceiptAfter),
  };
}

/** Back to the state after the start. */
export function resetContext(context: EmulatorContext): void {
  const { options, clock, messages, replies, templates, signs, flowControl, faults, pusher } =
    context;
  clock.reset();
  pusher.reset();
  pusher.urls = options.receiptsUrl;
  replies.clear();
  templates.reset();
  signs.reset();
  flowControl.reset();
  flowControl.enabled = options.flowControl;
  faults.clear();
  for (const rule of options.faults) faults.add(rule);
  messages.clear();
}
