import type { Operation } from './operation.js';
import { sendBatchSms } from './send-batch-sms.operation.js';
import { sendSms } from './send-sms.operation.js';

export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  [sendSms, sendBatchSms].map((operation) => [operation.action, operation]),
);
