import type { JSX, TargetedInputEvent } from 'preact';
import { useSignal } from '@preact/signals';
import type { ConfigFormField } from '../../../lib/schema/config-form.wire.ts';
import { Button } from '../../shared/button.tsx';
import { Field, type ControlProps } from '../../shared/field.tsx';
import { drafts } from '../console.ts';
import { said, texts } from '../texts.ts';
import { Choice } from './choice.tsx';
import type { Draft } from './drafts.ts';
import { isHidden, isList, isObject, isPlaceholder } from './form-values.ts';
import { issueText } from './issues.ts';

interface FieldInputProps {
  field: ConfigFormField;
  draft: Draft;
}

/** The input of one field of a type, by its kind. */
export function FieldInput({ field, draft }: FieldInputProps) {
  const t = texts.value;
  const isRevealed = useSignal(false);
  const { name, kind } = field;
  const value = draft.values[name] ?? '';
  const isRemoved = draft.removed.includes(name);
  const isStored = draft.secrets.includes(name);
  const set = (text: string) => drafts.change(draft, { values: { ...draft.values, [name]: text } });
  const toggleRemoved = () =>
    drafts.change(draft, {
      values: { ...draft.values, [name]: '' },
      removed: isRemoved ? draft.removed.filter((each) => each !== name) : [...draft.removed, name],
    });
  // The name of a variable is nothing to hide.
  const isMasked = kind === 'secret' && !isPlaceholder(value);
  const hints = [
    said(field.help),
    isHidden(field) && t.placeholderHint(variableFor(field)),
    isList(kind) && t.onePerLine,
  ];
  return (
    <Field
      id={`field-${name}`}
      class="entry"
      label={said(field.title) || name}
      required={field.required}
      hint={hints.filter(Boolean).join(' ')}
      error={(draft.issues[name] ?? []).map(issueText).join(' ')}
      beside={
        // Always there, since a control that gets another parent loses the focus.
        isHidden(field) && (
          <>
            {isMasked && (
              <Button
                small
                aria-pressed={isRevealed.value}
                onClick={() => {
                  isRevealed.value = !isRevealed.value;
                }}
              >
                {t.reveal}
              </Button>
            )}
            {isStored && !field.required && (
              <Button small aria-pressed={isRemoved} onClick={toggleRemoved}>
                {t.removeValue}
              </Button>
            )}
          </>
        )
      }
    >
      {(control) => (
        <Input
          control={{ ...control, spellcheck: false, disabled: isRemoved }}
          field={field}
          value={value}
          type={isMasked && !isRevealed.value ? 'password' : 'text'}
          placeholder={isRemoved ? t.removed : placeholderOf(field, draft)}
          onInput={set}
        />
      )}
    </Field>
  );
}

interface InputProps {
  control: ControlProps & { spellcheck: boolean; disabled: boolean };
  field: ConfigFormField;
  value: string;
  type: 'password' | 'text';
  placeholder: string;
  onInput: (text: string) => void;
}

function Input({ control, field, value, type, placeholder, onInput }: InputProps): JSX.Element {
  const { kind } = field;
  const words = texts.value;
  if (kind === 'boolean' || kind === 'select') {
    const isBoolean = kind === 'boolean';
    return (
      <Choice
        control={control}
        field={field}
        options={isBoolean ? ['true', 'false'] : (field.options ?? [])}
        wordOf={(each) =>
          isBoolean && (each === 'true' || each === 'false') ? words.booleans[each] : each
        }
        value={value}
        onChange={onInput}
      />
    );
  }
  if (isList(kind) || isObject(kind)) {
    return (
      <textarea
        {...control}
        class={isObject(kind) ? 'field mono' : 'field'}
        rows={isObject(kind) ? 3 : 2}
        value={value}
        placeholder={placeholder}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    );
  }
  const common = {
    ...control,
    class: 'field',
    autocomplete: kind === 'secret' ? 'new-password' : 'off',
    value,
    placeholder,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
  } as const;
  if (type === 'password') return <input {...common} type="password" />;
  return <input {...common} type="text" inputMode={kind === 'number' ? 'numeric' : undefined} />;
}

function placeholderOf(field: ConfigFormField, draft: Draft): string {
  const t = texts.value;
  if (isHidden(field) && draft.secrets.includes(field.name)) {
    return (field.kind === 'key' && draft.maskedKey) || t.unchanged;
  }
  if (field.placeholder !== undefined) return field.placeholder;
  return field.default === undefined ? '' : t.defaultIs(String(field.default));
}

/** Names of variables as the README has them. */
const variableFor = ({ kind }: ConfigFormField): string =>
  kind === 'key' ? '${ALIBABA_CLOUD_ACCESS_KEY_ID}' : '${ALIBABA_CLOUD_ACCESS_KEY_SECRET}';
