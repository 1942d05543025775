import { Button } from '../../shared/button.tsx';
import { Icon } from '../../shared/icon.tsx';
import { problemText } from '../../shared/problem.tsx';
import { problemOf } from '../../shared/request.ts';
import { showToast } from '../../shared/toast.tsx';
import { api } from '../api.ts';
import { drafts } from '../inbox.ts';
import { texts } from '../texts.ts';

/** As `sendReply` of the emulator. */
const MAX_LENGTH = 500;

const setDraft = (phoneNumber: string, text: string) => {
  drafts.value = new Map(drafts.value).set(phoneNumber, text);
};

async function send(phoneNumber: string, text: string): Promise<void> {
  const content = text.trim();
  if (!content) return;
  setDraft(phoneNumber, '');
  try {
    await api.reply(phoneNumber, content);
    showToast(texts.value.replied);
  } catch (error) {
    // What was written meanwhile is newer.
    if (!drafts.value.get(phoneNumber)) setDraft(phoneNumber, text);
    showToast(problemText(problemOf(error)));
  }
}

/** The field in which a reply of the phone is written. */
export function Composer({ phoneNumber }: { phoneNumber: string }) {
  const t = texts.value;
  const draft = drafts.value.get(phoneNumber) ?? '';
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send(phoneNumber, draft);
      }}
    >
      <input
        id="reply"
        class="field"
        type="text"
        maxLength={MAX_LENGTH}
        autocomplete="off"
        aria-label={t.reply}
        placeholder={t.reply}
        value={draft}
        onInput={(event) => setDraft(phoneNumber, event.currentTarget.value)}
      />
      <Button type="submit" kind="primary" icon aria-label={t.send}>
        <Icon name="send" />
      </Button>
    </form>
  );
}
