import type { EmulatorMessage } from '../../lib/emulator/model/message.wire.ts';
import type { EmulatorReply } from '../../lib/emulator/model/reply.wire.ts';

/** The words of a search. A message has to contain all of them, in any order. */
export const wordsOf = (search: string): string[] =>
  search.toLowerCase().split(/\s+/).filter(Boolean);

/** What is searched in a message: all that a person may look for, in lower case. */
export function searchableText(message: EmulatorMessage): string {
  const { content, phoneNumber, signName, templateCode, templateParam, bizId, requestId } = message;
  return [
    content,
    phoneNumber,
    signName,
    templateCode,
    bizId,
    requestId,
    message.outId ?? '',
    ...Object.values(templateParam),
  ]
    .join('\n')
    .toLowerCase();
}

export const searchableReply = ({ content, phoneNumber }: EmulatorReply): string =>
  `${content}\n${phoneNumber}`.toLowerCase();
