import type { SendMessageDto } from './send-message.dto.js';

/** A message for `sendMessage`: the DTO, and what only code can give. */
export interface SmsMessage extends SendMessageDto {
  /** Gives up the call when it is aborted. What was already written may still be sent. */
  signal?: AbortSignal;
}
