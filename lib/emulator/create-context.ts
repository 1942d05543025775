import { EmulatorClock } from './model/clock.js';
import type { EmulatorContext } from './control/emulator.context.js';
import type { ResolvedOptions } from './emulator.options.js';
import { FaultRegistry } from './control/fault.registry.js';
import { Feed } from './model/event-bus.js';
import { FlowControl } from './operations/flow-control.js';
import { MessageStore } from './model/message.store.js';
import { ReplyStore } from './model/reply.store.js';
import { Pusher } from './receipts/webhooks.js';
import { ReceiptDesk } from './receipts/delivery-reporter.js';
import { SignStore } from './model/sign.js';
import { TemplateStore } from './model/template.js';

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
