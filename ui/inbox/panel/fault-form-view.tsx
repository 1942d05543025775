import { signal } from '@preact/signals';
import { Button } from '../../shared/button.tsx';
import { Field } from '../../shared/field.tsx';
import { ProblemNote } from '../../shared/problem.tsx';
import { problemOf, type Problem } from '../../shared/request.ts';
import { api } from '../api.ts';
import { texts } from '../texts.ts';
import {
  EMPTY_FAULT_FORM,
  OFFERED_EFFECTS,
  toFaultRule,
  type FaultForm,
  type OfferedEffect,
} from './fault-form.ts';

// Outside of the component, so that what was filled in outlives another tab and a closed panel.
const form = signal<FaultForm>(EMPTY_FAULT_FORM);
const problem = signal<Problem | null>(null);

function set(change: Partial<FaultForm>): void {
  form.value = { ...form.value, ...change };
}

async function add(event: Event): Promise<void> {
  event.preventDefault();
  try {
    await api.addFault(toFaultRule(form.value));
    problem.value = null;
  } catch (error) {
    problem.value = problemOf(error);
  }
}

const isOffered = (value: string): value is OfferedEffect =>
  OFFERED_EFFECTS.some((effect) => effect === value);

/** The form of a new fault. */
export function FaultFormView() {
  const t = texts.value;
  const { effect, processed } = form.value;
  return (
    <form class="stack" onSubmit={(event) => void add(event)}>
      <Field label={t.effect}>
        {(control) => (
          <select
            {...control}
            class="field"
            value={effect}
            onChange={({ currentTarget: { value } }) => isOffered(value) && set({ effect: value })}
          >
            {OFFERED_EFFECTS.map((key) => (
              <option key={key} value={key}>
                {t.effects[key]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {effect === 'refuse' && (
        <Text name="code" label={t.codeField} placeholder="isv.BUSINESS_LIMIT_CONTROL" />
      )}
      {(effect === 'delay' || effect === 'slow-body') && <Whole name="ms" label={t.ms} />}
      <div class="pair">
        <Text name="phone" label={t.phone} placeholder={t.any} inputMode="tel" />
        <Text name="template" label={t.templateOnly} placeholder={t.any} />
      </div>
      <div class="pair">
        <Whole name="share" label={t.share} max={100} />
        <Whole name="count" label={t.count} placeholder={t.all} />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={processed}
          onChange={(event) => set({ processed: event.currentTarget.checked })}
        />
        {t.processed}
      </label>
      <ProblemNote problem={problem.value} />
      <Button type="submit" kind="primary">
        {t.add}
      </Button>
    </form>
  );
}

type TextName = Exclude<keyof FaultForm, 'effect' | 'processed'>;

interface TextProps {
  name: TextName;
  label: string;
  placeholder?: string;
  inputMode?: 'tel';
}

function Text({ name, label, placeholder, inputMode }: TextProps) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          class="field mono"
          autocomplete="off"
          placeholder={placeholder}
          inputMode={inputMode}
          value={form.value[name]}
          onInput={(event) => set({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

/** A whole number from one. */
function Whole(props: { name: TextName; label: string; placeholder?: string; max?: number }) {
  const { name, label, placeholder, max } = props;
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          class="field"
          type="number"
          min={1}
          max={max}
          placeholder={placeholder}
          value={form.value[name]}
          onInput={(event) => set({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}
