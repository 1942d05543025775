import type { ResolvedOptions } from '../emulator.options.js';
import { EmulatorClock } from '../model/clock.js';
import { EventBus } from '../model/event-bus.js';
import { MessageStore } from '../model/message.store.js';
import { ReplyStore } from '../model/reply.store.js';
import { SignStore } from '../model/sign.js';
import { TemplateStore } from '../model/template.js';
import { FlowControl } from '../operations/flow-control.js';
import type { OperationContext } from '../operations/operation.js';
import { DeliveryReporter } from '../receipts/delivery-reporter.js';
import { Webhooks } from '../receipts/webhooks.js';
import { FaultRegistry } from './fault.registry.js';

/** The parts of one emulator: it shares none of them with another emulator in the process. */
export interface EmulatorContext extends OperationContext {
  readonly options: ResolvedOptions;
  readonly events: EventBus;
  readonly replies: ReplyStore;
  readonly faults: FaultRegistry;
  readonly webhooks: Webhooks;
}

export function createContext(options: ResolvedOptions): EmulatorContext {
  const clock = new EmulatorClock();
  const events = new EventBus();
  const messages = new MessageStore(options.maxMessages, events);
  const webhooks = new Webhooks(clock, events, options.receiptsUrl);
  const faults = new FaultRegistry(events);
  for (const rule of options.faults) faults.add(rule);
  return {
    options,
    clock,
    events,
    messages,
    replies: new ReplyStore(events),
    templates: new TemplateStore(clock, events, options.templates),
    signs: new SignStore(clock, events, options.signs),
    flowControl: new FlowControl(clock, options.flowControl),
    faults,
    webhooks,
    receipts: new DeliveryReporter(clock, messages, webhooks, options.autoReceiptAfter),
  };
}

/** Restores the state after the start. */
export function resetContext(context: EmulatorContext): void {
  const { options, clock, messages, replies, templates, signs, flowControl, faults, webhooks } =
    context;
  clock.reset();
  webhooks.reset();
  webhooks.urls = options.receiptsUrl;
  replies.clear();
  templates.reset();
  signs.reset();
  flowControl.reset();
  flowControl.enabled = options.flowControl;
  faults.clear();
  for (const rule of options.faults) faults.add(rule);
  messages.clear();
}
