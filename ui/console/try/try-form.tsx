import { Button } from '../../shared/button.tsx';
import { Question } from '../../shared/dialog.tsx';
import { Field, TextField } from '../../shared/field.tsx';
import { store } from '../console.ts';
import { DestinationNote } from '../destination.tsx';
import { optionText } from '../names.ts';
import { go } from '../place.ts';
import { texts } from '../texts.ts';
import { errorAt } from './issue-text.ts';
import { OutcomeView } from './outcome-view.tsx';
import { ParamFields } from './param-fields.tsx';
import { repeated, sendAgain, sendAttempt } from './send.ts';
import { TemplateChoice } from './template-choice.tsx';
import { attempt, content, isSending, parts, phones, setAttempt } from './try.ts';

export function TryForm({ name }: { name: string }) {
  const t = texts.value;
  const numbers = phones.value.length;
  return (
    <form
      id="try-form"
      class="card sheet"
      noValidate
      autocomplete="off"
      aria-label={t.tryOut}
      onSubmit={(event) => {
        event.preventDefault();
        void sendAttempt();
      }}
    >
      <div class="two">
        <Field id="try-instance" class="entry" label={t.instance}>
          {(control) => (
            <select
              {...control}
              class="field"
              value={name}
              onChange={(event) => go('try', event.currentTarget.value)}
            >
              {store.instances.value.map((each) => (
                <option key={each.name} value={each.name}>
                  {optionText(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TemplateChoice name={name} />
      </div>
      <ParamFields />
      <div class="two">
        <Field
          id="try-phones"
          class="entry"
          label={t.phones}
          hint={t.phonesHint}
          required
          error={errorAt('phones')}
        >
          {(control) => (
            <textarea
              {...control}
              class="field mono"
              rows={1}
              autocomplete="off"
              spellcheck={false}
              inputMode="tel"
              placeholder="13800138000"
              value={attempt.value.phones}
              onInput={(event) => setAttempt({ phones: event.currentTarget.value })}
            />
          )}
        </Field>
        <TextField
          id="try-sign"
          class="entry"
          label={t.signInstead}
          hint={t.signHint}
          error={errorAt('sign')}
          placeholder={store.instance(name)?.sign ?? ''}
          value={attempt.value.sign}
          onValue={(value) => setAttempt({ sign: value })}
        />
      </div>
      <div id="try-outcome">
        <OutcomeView />
      </div>
      <DestinationNote
        destination={store.instance(name)?.destination ?? null}
        parts={content.value !== undefined && numbers > 0 ? parts.value : undefined}
      />
      <div class="actions foot">
        <Button type="submit" id="send" kind="primary" disabled={isSending.value}>
          {isSending.value ? t.sending : numbers > 1 ? t.sendTo(numbers) : t.send}
        </Button>
      </div>
      {repeated.value && (
        <Question
          title={t.repeatTitle}
          confirm={t.repeatYes}
          keep={t.keep}
          onConfirm={() => void sendAgain()}
          onClose={() => {
            repeated.value = null;
          }}
        >
          <p>{t.sendStates.unknown}</p>
        </Question>
      )}
    </form>
  );
}
