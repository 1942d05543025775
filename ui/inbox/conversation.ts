import type { EmulatorMessage } from '../../lib/emulator/model/message.wire.ts';
import type { EmulatorReply } from '../../lib/emulator/model/reply.wire.ts';

interface Placed {
  readonly id: string;
  readonly phoneNumber: string;
  /** Milliseconds. */
  readonly at: number;
}

/** What stands in a conversation: a message to the phone, or a reply of it. */
export type Item =
  | (Placed & { readonly kind: 'message'; readonly message: EmulatorMessage })
  | (Placed & { readonly kind: 'reply'; readonly reply: EmulatorReply });

/** The conversation with one number. */
export interface Conversation {
  readonly phoneNumber: string;
  readonly items: Item[];
  /** Time of the newest message that was looked at. */
  seen: number;
  isSorted: boolean;
  /** What a search has found in it; gone as soon as the items change. */
  found?: { readonly search: string; readonly items: readonly Item[] } | undefined;
}

/** The items of a conversation, oldest first. They nearly always arrive in this order. */
export function sorted(conversation: Conversation): readonly Item[] {
  if (!conversation.isSorted) {
    conversation.items.sort((a, b) => a.at - b.at);
    conversation.isSorted = true;
  }
  return conversation.items;
}

export function unreadOf(conversation: Conversation): number {
  const items = sorted(conversation);
  let unread = 0;
  for (let i = items.length - 1; i >= 0 && items[i]!.at > conversation.seen; i--) {
    if (items[i]!.kind === 'message') unread++;
  }
  return unread;
}
