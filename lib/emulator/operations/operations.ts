import { createSmsSign } from './sign.operations.js';
import { createSmsTemplate } from './template.operations.js';
import { deleteSmsSign } from './delete-sms-sign.operation.js';
import { deleteSmsTemplate } from './delete-sms-template.operation.js';
import { getSmsSign } from './get-sms-sign.operation.js';
import { getSmsTemplate } from './get-sms-template.operation.js';
import { querySendDetails } from './query.operations.js';
import { querySendStatistics } from './query-send-statistics.operation.js';
import { querySmsSignList } from './query-sms-sign-list.operation.js';
import { querySmsTemplateList } from './query-sms-template-list.operation.js';
import { sendBatchSms } from './send.operations.js';
import { sendSms } from './send-sms.operation.js';
import { updateSmsSign } from './update-sms-sign.operation.js';
import { updateSmsTemplate } from './update-sms-template.operation.js';
import type { Operation } from './operation.js';

/** Every action that the emulator answers. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  [
    createSmsSign,
    createSmsTemplate,
    deleteSmsSign,
    deleteSmsTemplate,
    getSmsSign,
    getSmsTemplate,
    querySendDetails,
    querySendStatistics,
    querySmsSignList,
    querySmsTemplateList,
    sendBatchSms,
    sendSms,
    updateSmsSign,
    updateSmsTemplate,
  ].map((operation) => [operation.action, operation]),
);
