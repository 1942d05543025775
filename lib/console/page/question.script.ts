/** Browser module: asks once, in the page. */
export const QUESTION_SCRIPT = String.raw`
import { h } from '../ui/dom.js';

/** Whether the reader said yes; Escape says no. */
export function ask({ title, text, yes, no }) {
  return new Promise((resolve) => {
    const close = (answer) => () => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    const keep = h('button.button', { type: 'button', onclick: close(false) }, no);
    const dialog = h('dialog.question.card', { 'aria-labelledby': 'question-title', 'aria-describedby': 'question-text', oncancel: close(false) },
      h('h2', { id: 'question-title' }, title),
      h('p.muted', { id: 'question-text' }, text),
      h('div.actions', {}, keep, h('button.button.danger.primary', { type: 'button', onclick: close(true) }, yes)),
    );
    document.body.append(dialog);
    dialog.showModal();
    keep.focus();
  });
}

export const isAsking = () => document.querySelector('dialog[open]') !== null;
`;
