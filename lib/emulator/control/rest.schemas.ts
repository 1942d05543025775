import { PUSH_KINDS } from '../model/push.js';
import type { JsonSchema, Schemas } from './json-schema.js';
import { COUNT, listOf, objectOf, ref, TEXT } from './rest-route.js';

const TEXT_OR_NULL: JsonSchema = { type: ['string', 'null'] };
const FLAG: JsonSchema = { type: 'boolean' };
const TEXTS: JsonSchema = { type: 'object', additionalProperties: TEXT };
const STATE: JsonSchema = { enum: ['reviewing', 'approved', 'rejected', 'cancelled'] };

const FAULT_TYPES = [
  'refuse',
  'gateway',
  'answer',
  'wrong-types',
  'gzip',
  'hang',
  'reset',
  'malformed',
  'cut',
  'delay',
  'slow-body',
  'close',
  'reset-next',
];

const faultRule = {
  match: objectOf(
    { action: TEXT, phoneNumber: TEXT, templateCode: TEXT, share: { type: 'number' } },
    [],
  ),
  effect: objectOf(
    {
      type: { enum: FAULT_TYPES },
      code: TEXT,
      message: TEXT,
      status: { type: 'integer' },
      retryAfter: COUNT,
      detail: { type: 'object' },
      echo: FLAG,
      contentType: TEXT,
      body: TEXT,
      ms: COUNT,
    },
    ['type'],
  ),
  processed: FLAG,
  count: { type: 'integer', minimum: 1 },
} satisfies Record<string, JsonSchema>;

const template = {
  templateCode: { type: 'string', minLength: 1 },
  templateName: TEXT,
  templateContent: { type: 'string', minLength: 1 },
  templateType: { enum: [0, 1, 2, 3] },
  state: STATE,
  reason: TEXT,
  templateRule: TEXTS,
  relatedSignName: TEXT,
  remark: TEXT,
  intlType: COUNT,
  orderId: TEXT,
  createdAt: TEXT,
  reviewedAt: TEXT,
} satisfies Record<string, JsonSchema>;

const sign = {
  signName: { type: 'string', minLength: 1 },
  signType: { enum: [0, 1] },
  state: STATE,
  reason: TEXT,
  signSource: COUNT,
  remark: TEXT,
  qualificationId: COUNT,
  thirdParty: FLAG,
  orderId: TEXT,
  createdAt: TEXT,
  reviewedAt: TEXT,
} satisfies Record<string, JsonSchema>;

/** The objects of the REST interface. */
export const SCHEMAS: Schemas = {
  Error: objectOf({ error: TEXT }),
  Receipt: objectOf({
    state: { enum: ['waiting', 'delivered', 'failed'] },
    errCode: TEXT,
    errMsg: TEXT,
    reportedAt: TEXT_OR_NULL,
  }),
  Message: objectOf({
    id: TEXT,
    phoneNumber: TEXT,
    signName: TEXT,
    templateCode: TEXT,
    templateParam: TEXTS,
    content: TEXT,
    code: TEXT_OR_NULL,
    size: COUNT,
    parts: COUNT,
    bizId: TEXT,
    requestId: TEXT,
    outId: TEXT_OR_NULL,
    smsUpExtendCode: TEXT_OR_NULL,
    action: TEXT,
    receivedAt: TEXT,
    accessKey: TEXT,
    receipt: ref('Receipt'),
  }),
  Reply: objectOf({
    id: TEXT,
    phoneNumber: TEXT,
    content: TEXT,
    signName: TEXT,
    destCode: TEXT,
    sentAt: TEXT,
  }),
  Template: objectOf(template),
  TemplateInput: objectOf(template, ['templateCode', 'templateContent']),
  Sign: objectOf(sign),
  SignInput: objectOf(sign, ['signName']),
  Review: objectOf({ state: STATE, reason: TEXT }, ['state']),
  FaultRule: objectOf(faultRule, ['effect']),
  Fault: objectOf({ ...faultRule, id: TEXT, applied: COUNT }, ['id', 'applied', 'effect']),
  MagicNumber: objectOf(
    {
      phoneNumber: TEXT,
      title: objectOf({ en: TEXT, zh: TEXT }),
      effect: faultRule.effect,
      processed: FLAG,
      failures: COUNT,
    },
    ['phoneNumber', 'title', 'effect'],
  ),
  MagicReceipt: objectOf({ phoneNumber: TEXT, errCode: TEXT }),
  Push: objectOf({
    id: TEXT,
    kind: { enum: PUSH_KINDS },
    url: TEXT,
    items: listOf({ type: 'object' }),
    attempts: listOf(
      objectOf({ at: TEXT, status: { type: ['integer', 'null'] }, error: TEXT_OR_NULL }),
    ),
    state: { enum: ['pending', 'accepted', 'retrying', 'dropped'] },
  }),
  PushUrls: objectOf(Object.fromEntries(PUSH_KINDS.map((kind) => [kind, TEXT])), []),
  Clock: objectOf({ now: TEXT, ahead: { type: 'number', description: 'Milliseconds.' } }),
};
