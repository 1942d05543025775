import { Field, TextField } from '../../shared/field.tsx';
import { texts } from '../texts.ts';
import { errorAt } from './issue-text.ts';
import { variablesOf } from './template-text.ts';
import { attempt, content, setAttempt } from './try.ts';

/** An input for each variable of the template. */
export function ParamFields() {
  const t = texts.value;
  if (content.value === undefined) return <Lines />;
  const names = variablesOf(content.value);
  if (names.length === 0) return <p class="hint">{t.noVariables}</p>;
  return (
    <div class="two">
      {names.map((name, i) => (
        <TextField
          key={name}
          id={`try-param-${i}`}
          class="entry"
          label={<span class="mono">{`\${${name}}`}</span>}
          required
          error={errorAt(`param-${i}`)}
          value={attempt.value.values[name] ?? ''}
          onValue={(value) =>
            setAttempt({
              values: { ...attempt.value.values, [name]: value },
            })
          }
        />
      ))}
    </div>
  );
}

function Lines() {
  const t = texts.value;
  return (
    <Field
      id="try-lines"
      class="entry"
      label={t.variables}
      hint={t.variablesHint}
      error={errorAt('lines')}
    >
      {(control) => (
        <textarea
          {...control}
          class="field mono"
          rows={2}
          autocomplete="off"
          spellcheck={false}
          placeholder="code=123456"
          value={attempt.value.lines}
          onInput={(event) => setAttempt({ lines: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}
