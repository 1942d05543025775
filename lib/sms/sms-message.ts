import type { SendMessageDto } from './send-message.dto.js';

/** A message for `sendMessage`: the DTO, and what only code can give. */
export interface SmsMessage extends SendMessageDto {
  /** Gives up the call when it is aborted. What was already written may still be sent. */
  signal?: AbortSignal;
}

/** Aliyun has accepted the message. That it was delivered is told by a receipt, later. */
export interface SendMessageResult {
  /** Always `OK`: every other code is thrown. */
  code: string;
  message: string;
  /** Aliyun's id of the send, the same for all its recipients; receipts and QuerySendDetails carry it. */
  bizId: string;
  /** Aliyun's id of the call: what its support asks for. */
  requestId: string;
  /** The `outId` under which the message was sent, given or generated. */
  outId: string;
}
