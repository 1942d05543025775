import type { ConfigFormField } from '../../../lib/schema/config-form.wire.ts';
import type { ControlProps } from '../../shared/field.tsx';
import { texts } from '../texts.ts';

interface ChoiceProps {
  control: ControlProps;
  field: ConfigFormField;
  options: readonly string[];
  wordOf: (option: string) => string;
  value: string;
  onChange: (value: string) => void;
}

/** One of some options. A value that is not among them, such as one from the environment, is kept. */
export function Choice({ control, field, options, wordOf, value, onChange }: ChoiceProps) {
  const t = texts.value;
  const all = value === '' || options.includes(value) ? options : [value, ...options];
  const none = field.default === undefined ? t.notSet : t.defaultIs(wordOf(String(field.default)));
  return (
    <select
      {...control}
      class="field"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {!(field.required && value !== '') && <option value="">{none}</option>}
      {all.map((each) => (
        <option key={each} value={each}>
          {wordOf(each)}
        </option>
      ))}
    </select>
  );
}
