import type { EmulatorReply } from '../../../lib/emulator/model/reply.wire.ts';
import { formatTime } from '../../shared/i18n.ts';

export function ReplyText({ reply }: { reply: EmulatorReply }) {
  return (
    <>
      <p class="bubble">{reply.content}</p>
      <div class="facts">
        <time dateTime={reply.sentAt}>{formatTime('clock', reply.sentAt)}</time>
      </div>
    </>
  );
}
