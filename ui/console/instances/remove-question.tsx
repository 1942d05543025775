import { useSignal } from '@preact/signals';
import type { InstanceAnswer } from '../../../lib/console/console.wire.ts';
import { Question } from '../../shared/dialog.tsx';
import { nextFrame } from '../../shared/frame.ts';
import { showToast } from '../../shared/toast.tsx';
import { api } from '../api.ts';
import { callErrorOf, type CallError } from '../call.ts';
import { drafts, health, store } from '../console.ts';
import { titleOf } from '../names.ts';
import { slide } from '../place.ts';
import { CallProblem } from '../problem.tsx';
import { texts } from '../texts.ts';

interface RemoveQuestionProps {
  instance: InstanceAnswer;
  onClose: () => void;
}

/** Asks before an instance is deleted. */
export function RemoveQuestion({ instance, onClose }: RemoveQuestionProps) {
  const t = texts.value;
  const error = useSignal<CallError | null>(null);
  const directory = store.state.value?.directory;
  const title = titleOf(instance);
  const name = title === instance.name ? title : `${title} (${instance.name})`;
  const remove = async () => {
    try {
      await api.remove(instance.name, instance.version);
    } catch (thrown) {
      const failed = callErrorOf(thrown);
      // An instance that is gone already is what was wanted.
      if (failed.status !== 404) {
        error.value = failed;
        if (failed.error.current) store.put(failed.error.current);
        return;
      }
    }
    forget(instance.name);
    showToast(t.deleted(name));
  };
  return (
    <Question
      title={t.deleteTitle(name)}
      confirm={t.delete}
      keep={t.keep}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      <p>{t.deleteText(directory ? `${directory}/${instance.name}` : instance.name)}</p>
      {error.value && <CallProblem error={error.value} />}
    </Question>
  );
}

/** Takes an instance out of the page, and goes to the one that is next to it. */
function forget(name: string): void {
  const next = [store.neighbour(name, 1), store.neighbour(name, -1)].find((each) => each !== name);
  store.drop(name);
  drafts.discardEdits(name);
  health.forget(name);
  slide('instances', next);
  nextFrame(() => document.getElementById('detail-title')?.focus());
}
