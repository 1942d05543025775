import type { InstanceAnswer } from '../../../lib/console/console.wire.ts';
import type { ConfigFormField } from '../../../lib/schema/config-form.wire.ts';
import type { Draft } from './drafts.ts';
import { isHidden, rawValues } from './form-values.ts';

/** A field that the reader, or somebody else, has changed since the draft began. */
export interface FieldChange {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
  readonly isMine: boolean;
  readonly isTheirs: boolean;
}

const MASK = '••••••••';

/** What differs between a draft and what is stored now. */
export function changesOf(
  draft: Draft,
  now: InstanceAnswer,
  fields: readonly ConfigFormField[],
): FieldChange[] {
  const stored = rawValues(fields, now.config);
  const title = now.title === now.name ? '' : now.title;
  const all = [
    changeOf('title', draft.pristine.title, draft.title, title),
    ...fields.map((field) => {
      const { name } = field;
      const before = draft.pristine.values[name] ?? '';
      const change = changeOf(name, before, draft.values[name] ?? '', stored[name] ?? '');
      // What was typed into a secret is shown nowhere else.
      return isHidden(field) && change.isMine ? { ...change, mine: MASK } : change;
    }),
  ];
  return all.filter(({ isMine, isTheirs }) => isMine || isTheirs);
}

function changeOf(name: string, before: string, mine: string, theirs: string): FieldChange {
  return { name, mine, theirs, isMine: mine !== before, isTheirs: theirs !== before };
}
