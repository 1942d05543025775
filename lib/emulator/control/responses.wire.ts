import type { MagicNumber, MagicReceipt } from '../magic/magic-number.wire.js';
import type { ActiveFault } from '../model/fault.wire.js';
import type { EmulatorMessage } from '../model/message.wire.js';
import type { Push, PushUrls } from '../model/push.wire.js';
import type { EmulatorReply } from '../model/reply.wire.js';
import type { EmulatorSign } from '../model/sign.wire.js';
import type { EmulatorTemplate } from '../model/template.wire.js';

// The bodies of the REST interface. The page imports these types, so that a field that is renamed here does
// not compile there. Files `*.wire.ts` import nothing of Node.

/** `GET /messages`, newest first. */
export interface MessageList {
  /** How many match, of which `messages` are a part. */
  total: number;
  messages: readonly EmulatorMessage[];
}

/** `GET /replies`, newest first. */
export interface ReplyList {
  replies: readonly EmulatorReply[];
}

/** `GET /faults`. */
export interface FaultList {
  faults: readonly ActiveFault[];
}

/** `GET /magic-numbers`. */
export interface MagicNumberList {
  numbers: readonly MagicNumber[];
  receipts: readonly MagicReceipt[];
}

/** `GET /receipts`, newest first. */
export interface PushList {
  urls: PushUrls;
  pushes: readonly Push[];
}

/** `GET /signs`, newest first. */
export interface SignList {
  total: number;
  signs: readonly EmulatorSign[];
}

/** `GET /templates`, newest first. */
export interface TemplateList {
  total: number;
  templates: readonly EmulatorTemplate[];
}

/** `GET /health`. */
export interface Health {
  status: 'ok';
  strict: boolean;
  flowControl: boolean;
  accessKeys: readonly string[];
  messages: number;
  maxMessages: number;
}

/** `PUT /flow-control`. */
export interface FlowControlState {
  enabled: boolean;
}

/** `GET /clock`. */
export interface ClockState {
  now: string;
  /** Milliseconds by which it is ahead of the system's time. */
  ahead: number;
}

/** Any response other than 200. */
export interface ErrorBody {
  error: string;
}
