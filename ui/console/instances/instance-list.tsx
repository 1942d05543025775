import { signal } from '@preact/signals';
import type { InstanceAnswer } from '../../../lib/console/console.wire.ts';
import { Chip } from '../../shared/chip.tsx';
import { VirtualList, type RowFocus } from '../../shared/virtual-list.tsx';
import { drafts, store } from '../console.ts';
import { initialOf, titleOf } from '../names.ts';
import { link, place } from '../place.ts';
import { texts } from '../texts.ts';
import { HealthLine } from './health-view.tsx';

/** The row that Tab comes to; the one that is shown, until arrow keys go elsewhere. */
const active = signal<string | null>(null);

function currentName(): string | null {
  const at = place.value;
  return at.view === 'instances' && !at.isNew ? at.name : null;
}

export function InstanceList() {
  const t = texts.value;
  const { state } = store;
  const shown = store.matching.value;
  const all = store.instances.value;
  const current = currentName();
  if (!state.value) return <div class="list" />;
  return (
    <div class="list">
      <div class="list-top">
        <div class="list-tools">
          <input
            id="search"
            class="field"
            type="search"
            autocomplete="off"
            aria-label={t.search}
            placeholder={t.search}
            value={store.search.value}
            onInput={(event) => {
              store.search.value = event.currentTarget.value;
            }}
          />
          {state.value.canCreate && (
            <a id="new" class="button primary" href={link('new')} title={t.newInstance}>
              {t.newInstance}
            </a>
          )}
        </div>
        {state.value.readOnly && (
          <p id="read-only" class="notice">
            {t.readOnly}
          </p>
        )}
        <output id="count" class="muted">
          {shown.length === all.length ? t.count(all.length) : t.countOf(shown.length, all.length)}
        </output>
      </div>
      <NewDrafts />
      {all.length > 0 && shown.length === 0 && <p class="nothing">{t.nothingFound}</p>}
      <nav id="instances" aria-label={t.views.instances}>
        <VirtualList
          items={shown}
          keyOf={({ name }) => name}
          active={active.value ?? current}
          onActive={(name) => {
            active.value = name;
          }}
          reveal={current}
          as={{ list: 'ul', row: 'li' }}
          class="instances"
          estimate={84}
          render={(instance, focus) => (
            <Row instance={instance} isCurrent={instance.name === current} focus={focus} />
          )}
        />
      </nav>
    </div>
  );
}

interface RowProps {
  instance: InstanceAnswer;
  isCurrent: boolean;
  focus: RowFocus;
}

function Row({ instance, isCurrent, focus }: RowProps) {
  const t = texts.value;
  const { name, type, origin, sign, key, isAliyun, hasHealth } = instance;
  const title = titleOf(instance);
  return (
    <a
      {...focus}
      class="instance"
      href={link('instances', name)}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => {
        active.value = null;
      }}
    >
      <span class="face" aria-hidden="true">
        {initialOf(title)}
      </span>
      <span class="who" dir="auto">
        {title}
      </span>
      <span class="chips">
        {drafts.hasEdits(name) && <Chip tone="warn">{t.unsavedShort}</Chip>}
        <Chip title={t.origins[origin].long}>{t.origins[origin].short}</Chip>
      </span>
      <span class="what">
        <bdi class="mono">{name}</bdi>
        {sign !== null && <bdi>{`【${sign}】`}</bdi>}
        {key !== null && <span class="mono">{key}</span>}
        {!isAliyun && <span class="mono">{type}</span>}
      </span>
      {hasHealth && <HealthLine name={name} />}
    </a>
  );
}

/** Forms of new instances that are not finished yet. */
function NewDrafts() {
  const t = texts.value;
  const open = drafts.dirty.value.filter(({ isNew }) => isNew);
  if (open.length === 0) return null;
  return (
    <ul id="unsaved">
      {open.map((draft) => (
        <li key={draft.key}>
          <a class="instance" href={link('new', draft.source)}>
            <span class="face" aria-hidden="true">
              +
            </span>
            <span class="who" dir="auto">
              {draft.title || draft.name || t.newInstance}
            </span>
            <span class="chips">
              <Chip tone="warn">{t.unsavedShort}</Chip>
            </span>
            <span class="what">{t.continueNew}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
