import { useSignal } from '@preact/signals';
import { Question } from '../shared/dialog.tsx';
import { ProblemNote } from '../shared/problem.tsx';
import { problemOf, type Problem } from '../shared/request.ts';
import { showToast } from '../shared/toast.tsx';
import { api } from './api.ts';
import { store } from './inbox.ts';
import { texts } from './texts.ts';

export function ClearQuestion({ onClose }: { onClose: () => void }) {
  const t = texts.value;
  const problem = useSignal<Problem | null>(null);
  const clear = async () => {
    try {
      await api.clearMessages();
      showToast(texts.value.cleared);
      onClose();
    } catch (error) {
      problem.value = problemOf(error);
    }
  };
  return (
    <Question
      title={t.clearTitle}
      confirm={t.clearConfirm}
      keep={t.keep}
      onConfirm={() => void clear()}
      onClose={onClose}
    >
      <p>{t.clearText(store.count.value)}</p>
      <ProblemNote problem={problem.value} />
    </Question>
  );
}
