import type { InstanceAnswer } from '../../../lib/console/console.wire.ts';
import type { ConfigFormField } from '../../../lib/schema/config-form.wire.ts';
import { store } from '../console.ts';
import { said, texts } from '../texts.ts';

interface Entry {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly isMuted?: boolean;
}

/** An instance that cannot be changed here, and why. */
export function ReadOnlySheet({ instance }: { instance: InstanceAnswer }) {
  const t = texts.value;
  const fields = store.type(instance.type)?.fields ?? [];
  const others = Object.entries(instance.config).filter(
    ([name]) => !fields.some((field) => field.name === name),
  );
  const entries: Entry[] = [
    ...fields.flatMap((field) => entryOf(field, instance) ?? []),
    ...others.map(([name, value]) => ({ name, title: name, text: written(value) })),
  ];
  const { readOnly, canCreate } = store.state.value ?? {};
  return (
    <section class="card sheet" aria-labelledby="detail-title">
      <p class={readOnly ? 'notice narrow-only' : 'notice'}>
        {readOnly
          ? t.readOnly
          : `${t.origins[instance.origin].why} ${canCreate ? t.copyInstead : ''}`}
      </p>
      {entries.length === 0 ? (
        <p class="muted">{t.noConfig}</p>
      ) : (
        <dl class="pairs">
          {entries.map(({ name, title, text, isMuted }) => [
            <dt key={`${name}-title`}>{title}</dt>,
            <dd key={name} class={isMuted ? 'mono muted' : 'mono'}>
              {text}
            </dd>,
          ])}
        </dl>
      )}
    </section>
  );
}

function entryOf(field: ConfigFormField, instance: InstanceAnswer): Entry | undefined {
  const { config, secrets, key, sign } = instance;
  const { name } = field;
  const title = said(field.title) || name;
  if (field.kind === 'secret' && secrets.includes(name)) return { name, title, text: '••••••••' };
  // Where the configuration is not shown, what is known of it still is.
  const value = config[name] ?? { accessKey: key, verifySign: sign }[name];
  if (value !== undefined && value !== null) return { name, title, text: written(value) };
  if (field.default === undefined) return undefined;
  return { name, title, text: texts.value.defaultIs(written(field.default)), isMuted: true };
}

function written(value: unknown): string {
  const { booleans } = texts.value;
  if (Array.isArray(value)) return value.map(String).join('\n');
  if (typeof value === 'boolean') return booleans[value ? 'true' : 'false'];
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
