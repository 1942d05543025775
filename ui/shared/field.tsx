import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

/** What a control has to take over from its field. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
  'aria-required'?: 'true';
}

interface FieldProps {
  label: ComponentChildren;
  /** Of the control. */
  id?: string;
  class?: string;
  required?: boolean;
  hint?: string;
  error?: string;
  /** Buttons that belong to the control. */
  beside?: ComponentChildren;
  children: (control: ControlProps) => JSX.Element;
}

/** A label, its control, a hint and an error. */
export function Field(props: FieldProps) {
  const { label, class: extra, required, hint, error, beside, children } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const control = children({
    id,
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': 'true' }),
    ...(required && { 'aria-required': 'true' }),
  });
  return (
    <div class={['labelled', extra].filter(Boolean).join(' ')}>
      <label for={id}>
        {label}
        {required && (
          <span class="required" aria-hidden="true">
            {' *'}
          </span>
        )}
      </label>
      {beside ? (
        <div class="with">
          {control}
          {beside}
        </div>
      ) : (
        control
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children' | 'beside'> {
  value: string;
  placeholder?: string;
  /** For codes, which are easier to compare in letters of one width. */
  mono?: boolean;
  onValue: (value: string) => void;
}

/** A field for one line that is no prose: the browser neither completes nor corrects it. */
export function TextField({ value, placeholder, mono, onValue, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          class={mono ? 'field mono' : 'field'}
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
