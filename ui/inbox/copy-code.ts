import { copyText } from '../shared/clipboard.ts';
import { showToast } from '../shared/toast.tsx';
import { openNumber, store } from './inbox.ts';
import { texts } from './texts.ts';

export async function copyCode(code: string): Promise<void> {
  await copyText(code);
  showToast(texts.value.codeCopied(code));
}

export async function copyNewestCode(): Promise<void> {
  const open = openNumber.value;
  for (const item of open === null ? [] : store.conversation(open).toReversed()) {
    if (item.kind === 'message' && item.message.code !== null) return copyCode(item.message.code);
  }
  showToast(texts.value.noCode);
}
