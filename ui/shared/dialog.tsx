import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

interface QuestionProps {
  title: string;
  children: ComponentChildren;
  /** What the button does, as a verb. */
  confirm: string;
  /** Leaves everything as it is. It has the focus first. */
  keep: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is lost. The browser gives the focus back when it closes. */
export function Question({ title, children, confirm, keep, onConfirm, onClose }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-keep]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} class="question card" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      <div class="muted">{children}</div>
      <div class="answers">
        <Button data-keep onClick={onClose}>
          {keep}
        </Button>
        <Button kind="danger" class="primary" onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
