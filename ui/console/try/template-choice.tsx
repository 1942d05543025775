import type { ReviewedTemplate } from '../../../lib/console/console.wire.ts';
import { Field, TextField } from '../../shared/field.tsx';
import { store } from '../console.ts';
import { CallProblem } from '../problem.tsx';
import { texts } from '../texts.ts';
import { errorAt } from './issue-text.ts';
import { attempt, listed, listError, loadTemplates, pickTemplate, setAttempt } from './try.ts';

/** The choice of a template, or its code typed by hand. */
export function TemplateChoice({ name }: { name: string }) {
  const t = texts.value;
  const isLoading =
    store.instance(name)?.isAliyun && listed.value === null && listError.value === null;
  if (listError.value) {
    return (
      <div class="entries">
        <CodeField hint={t.typedHint} />
        <details class="advanced">
          <summary>{t.templatesFailed}</summary>
          <CallProblem error={listError.value} retry={() => void loadTemplates(name)} />
        </details>
      </div>
    );
  }
  if (!listed.value?.length)
    return <CodeField hint={isLoading ? t.templatesLoading : t.typedHint} />;
  return (
    <div class="entries">
      <ListField templates={listed.value} />
      {attempt.value.isTyped && <CodeField hint={t.typedHint} />}
    </div>
  );
}

function ListField({ templates }: { templates: readonly ReviewedTemplate[] }) {
  const t = texts.value;
  const { isTyped, template } = attempt.value;
  const chosen = isTyped ? undefined : templates.find(({ code }) => code === template);
  const isRefused = chosen && chosen.state !== 'approved';
  return (
    <Field
      id={isTyped ? 'try-list' : 'try-template'}
      class="entry"
      label={t.template}
      required
      hint={isRefused ? t.notApproved(t.reviewStates[chosen.state]) : ''}
      error={isTyped ? '' : errorAt('template')}
    >
      {(control) => (
        <select
          {...control}
          class="field"
          value={isTyped ? '' : template}
          onChange={(event) => pickTemplate(event.currentTarget.value)}
        >
          {templates.map((each) => (
            <option key={each.code} value={each.code}>
              {optionText(each)}
            </option>
          ))}
          <option value="">{t.typeByHand}</option>
        </select>
      )}
    </Field>
  );
}

function optionText({ code, name, state }: ReviewedTemplate): string {
  const text = [name, code].filter(Boolean).join(' · ');
  return state === 'approved' ? text : `${text} (${texts.value.reviewStates[state]})`;
}

function CodeField({ hint }: { hint: string }) {
  return (
    <TextField
      id="try-template"
      class="entry"
      label={texts.value.templateCode}
      required
      hint={hint}
      error={errorAt('template')}
      mono
      placeholder="SMS_123456789"
      value={attempt.value.template}
      onValue={(value) => setAttempt({ template: value })}
    />
  );
}
