/** Browser module: from what stands in the inputs to the configuration that is saved. */
export const CONFIG_SCRIPT = String.raw`
import { t } from '../ui/i18n.js';
import { typeNamed } from './state.js';

/** Entered here and never shown: of a key there is a masked form, of a secret nothing. */
export const isHidden = ({ kind }) => kind === 'secret' || kind === 'key';

/** \${NAME}: the server reads it from the environment. */
export const isPlaceholder = (text) => /^\$\{[^{}]+\}$/.test(text);

/** { config, errors }: errors by field, where something cannot be saved as it stands. */
export function configOf(draft) {
  const fields = typeNamed(draft.type)?.fields ?? [];
  // What the form does not know of stays as it is in the file.
  const config = { ...draft.config };
  const errors = {};
  if (draft.isNew && !draft.name.trim()) errors.name = [t('required')];
  for (const field of fields) {
    const text = (draft.values[field.name] ?? '').trim();
    const stood = config[field.name];
    delete config[field.name];
    if (text === '') {
      const stays = draft.secrets.includes(field.name) && !draft.removed.includes(field.name);
      if (field.required && !stays) errors[field.name] = [t('required')];
      // Of what is hidden, left out means unchanged.
      if (isHidden(field) && (draft.removed.includes(field.name) || stood !== undefined)) config[field.name] = null;
      continue;
    }
    try {
      config[field.name] = isPlaceholder(text) ? text : (READ[field.kind] ?? READ.json)(text, field);
    } catch (error) {
      errors[field.name] = [error.message];
    }
  }
  return { config, errors };
}

const READ = {
  text: (text) => text,
  secret: (text) => text,
  key: (text) => text,
  select: (text) => text,
  boolean: (text) => (text === 'true' || text === 'false' ? text === 'true' : text),
  list: (text) => text.split('\n').map((line) => line.trim()).filter(Boolean),
  instances: (text) => text.split('\n').map((line) => line.trim()).filter(Boolean),
  number: (text, { min = -Infinity, max = Infinity }) => {
    const number = Number(text);
    if (!Number.isFinite(number)) throw new Error(t('notANumber'));
    if (number < min) throw new Error(t('tooSmall', { min }));
    if (number > max) throw new Error(t('tooLarge', { max }));
    return number;
  },
  json: (text) => {
    try {
      return JSON.parse(text);
    } catch {
      throw new Error(t('notJson'));
    }
  },
};
`;
