import type { ConfigFormField } from '../../../lib/schema/config-form.wire.ts';
import { Button } from '../../shared/button.tsx';
import { Field, TextField } from '../../shared/field.tsx';
import { drafts, store } from '../console.ts';
import { go } from '../place.ts';
import { CallProblem } from '../problem.tsx';
import { said, texts } from '../texts.ts';
import { Conflict } from './conflict.tsx';
import { isDirty, type Draft } from './drafts.ts';
import { FieldInput } from './field-input.tsx';
import { issueText } from './issues.ts';
import { saveDraft } from './save.ts';

/** The form in which an instance is created or edited. */
export function InstanceForm({ draft }: { draft: Draft }) {
  const t = texts.value;
  const type = store.type(draft.type);
  const fields = type?.fields ?? [];
  const ordinary = fields.filter(({ advanced }) => !advanced);
  const advanced = fields.filter((field) => field.advanced);
  const inputs = (some: readonly ConfigFormField[]) =>
    some.map((field) => <FieldInput key={field.name} field={field} draft={draft} />);
  return (
    <form
      id="instance-form"
      class="card sheet"
      noValidate
      autocomplete="off"
      aria-labelledby="detail-title"
      onSubmit={(event) => {
        event.preventDefault();
        void saveDraft(draft);
      }}
    >
      <fieldset disabled={draft.isSaving}>
        {draft.isNew && <Beginning draft={draft} />}
        {inputs(ordinary.filter(({ required }) => required))}
        <TextField
          id="field-title"
          class="entry"
          label={t.instanceTitle}
          hint={t.titleHint}
          error={errorOf(draft, 'title')}
          placeholder={draft.name}
          value={draft.title}
          onValue={(value) => drafts.change(draft, { title: value })}
        />
        {inputs(ordinary.filter(({ required }) => !required))}
        {!type && <p class="hint">{t.typeUnknown(draft.type)}</p>}
        {advanced.length > 0 && <Advanced fields={advanced} draft={draft} />}
        <KeptFields draft={draft} fields={fields} />
      </fieldset>
      <div id="form-problem">
        {draft.isStale && <Conflict draft={draft} />}
        <FormProblem draft={draft} fields={fields} />
      </div>
      <Foot draft={draft} />
    </form>
  );
}

function errorOf(draft: Draft, name: string): string {
  return (draft.issues[name] ?? []).map(issueText).join(' ');
}

/** What stands above the fields of a new instance: its type and its name. */
function Beginning({ draft }: { draft: Draft }) {
  const t = texts.value;
  return (
    <>
      {draft.source && <p class="hint">{t.copyHint(draft.source)}</p>}
      <Field id="field-type" class="entry" label={t.type} required error={errorOf(draft, 'type')}>
        {(control) => (
          <select
            {...control}
            class="field"
            value={draft.type}
            onChange={(event) => drafts.changeType(draft, event.currentTarget.value)}
          >
            {store.state.value?.types.map(({ name, title }) => (
              <option key={name} value={name}>
                {`${said(title)} · ${name}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        id="field-name"
        class="entry"
        label={t.name}
        hint={t.nameHint}
        required
        error={errorOf(draft, 'name')}
        placeholder="login"
        value={draft.name}
        onValue={(value) => drafts.change(draft, { name: value })}
      />
    </>
  );
}

function Advanced({ fields, draft }: { fields: readonly ConfigFormField[]; draft: Draft }) {
  const t = texts.value;
  const set = fields.filter(({ name }) => draft.values[name] || draft.secrets.includes(name));
  const hasIssue = fields.some(({ name }) => draft.issues[name]);
  return (
    // An issue in it has to be seen; otherwise the browser keeps whether it is open.
    <details id="advanced" class="advanced" {...(hasIssue && { open: true })}>
      <summary>{t.advanced(fields.length, set.length)}</summary>
      <div class="entries">
        {fields.map((field) => (
          <FieldInput key={field.name} field={field} draft={draft} />
        ))}
      </div>
    </details>
  );
}

/** What the file has and the form does not know of. */
function KeptFields({ draft, fields }: { draft: Draft; fields: readonly ConfigFormField[] }) {
  const names = Object.keys(draft.config).filter((name) => !fields.some((f) => f.name === name));
  if (names.length === 0) return null;
  return (
    <p class="hint">
      {texts.value.keptFields} <code>{names.join(', ')}</code>
    </p>
  );
}

/** The error of the last save, unless all of it stands at fields. */
function FormProblem({ draft, fields }: { draft: Draft; fields: readonly ConfigFormField[] }) {
  const { error, issues } = draft;
  if (!error || (error.error.current !== undefined && draft.isStale)) return null;
  const known = new Set(['type', 'name', 'title', ...fields.map(({ name }) => name)]);
  const homeless = Object.keys(issues).filter((name) => !known.has(name));
  if (homeless.length === 0 && Object.keys(issues).length > 0) return null;
  return (
    <CallProblem error={error}>
      {homeless.map((name) => (
        <p key={name}>{`${name}: ${errorOf(draft, name)}`}</p>
      ))}
    </CallProblem>
  );
}

function Foot({ draft }: { draft: Draft }) {
  const t = texts.value;
  const isEdited = isDirty(draft);
  const giveUp = () => {
    drafts.discard(draft.key);
    if (draft.isNew) go('instances', draft.source);
  };
  return (
    <div class="actions foot">
      <Button type="submit" id="save" kind="primary" disabled={draft.isSaving}>
        {draft.isNew ? t.create : t.save}
      </Button>
      {(isEdited || draft.isNew) && (
        <Button id="discard" onClick={giveUp}>
          {draft.isNew ? t.cancel : t.discard}
        </Button>
      )}
      <output id="form-state" class="muted">
        {draft.isSaving ? t.saving : draft.isStale ? t.stale : isEdited ? t.unsaved : ''}
      </output>
    </div>
  );
}
