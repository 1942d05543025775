import { resetContext, type EmulatorContext } from './emulator.context.js';
import type { ClockState, FlowControlState, Health } from './responses.wire.js';
import { COUNT, listOf, objectOf, ref, TEXT, type RestRoute } from './rest-route.js';

const FLAG = { type: 'boolean' };

export const SYSTEM_ROUTES: readonly RestRoute[] = [
  {
    method: 'GET',
    path: '/health',
    id: 'health',
    summary: 'That it is up, and how it is set',
    response: objectOf({
      status: { enum: ['ok'] },
      strict: FLAG,
      flowControl: FLAG,
      accessKeys: listOf(TEXT),
      messages: COUNT,
      maxMessages: COUNT,
    }),
    handle: ({ context: { options, messages, flowControl } }): Health => ({
      status: 'ok',
      strict: options.strict,
      flowControl: flowControl.enabled,
      accessKeys: options.accounts.map(({ accessKey }) => accessKey),
      messages: messages.count,
      maxMessages: options.maxMessages,
    }),
  },
  {
    method: 'POST',
    path: '/reset',
    id: 'reset',
    summary: 'Back to the state after the start',
    response: objectOf({ status: { enum: ['ok'] } }),
    handle: ({ context }) => {
      resetContext(context);
      return { status: 'ok' };
    },
  },
  {
    method: 'PUT',
    path: '/flow-control',
    id: 'setFlowControl',
    summary: 'Turns flow control on or off',
    body: objectOf({ enabled: FLAG }),
    response: objectOf({ enabled: FLAG }),
    handle: ({ body, context: { flowControl } }): FlowControlState => {
      flowControl.enabled = (body as { enabled: boolean }).enabled;
      return { enabled: flowControl.enabled };
    },
  },
  {
    method: 'GET',
    path: '/clock',
    id: 'getClock',
    summary: "The emulator's time",
    response: ref('Clock'),
    handle: ({ context }) => clockOf(context),
  },
  {
    method: 'POST',
    path: '/clock/advance',
    id: 'advanceClock',
    summary: 'Moves the time forward and does what became due on the way',
    body: objectOf({ ms: COUNT }),
    response: ref('Clock'),
    handle: async ({ body, context }) => {
      await context.clock.advance((body as { ms: number }).ms);
      context.events.emit({ type: 'clock' });
      return clockOf(context);
    },
  },
];

function clockOf({ clock }: EmulatorContext): ClockState {
  return { now: new Date(clock.now()).toISOString(), ahead: clock.ahead };
}
