import { useSignal } from '@preact/signals';
import type { InstanceAnswer } from '../../../lib/console/console.wire.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../shared/button.tsx';
import { Chip } from '../../shared/chip.tsx';
import { Icon } from '../../shared/icon.tsx';
import { drafts, store } from '../console.ts';
import { DestinationNote } from '../destination.tsx';
import { InstanceForm } from '../form/instance-form.tsx';
import { titleOf } from '../names.ts';
import { link, place } from '../place.ts';
import { said, texts } from '../texts.ts';
import { First, NoFolder } from './empty.tsx';
import { HealthCard } from './health-view.tsx';
import { ReadOnlySheet } from './read-only-sheet.tsx';
import { RemoveQuestion } from './remove-question.tsx';

/** Beside the list: an instance, the form of a new one, or what to do first. */
export function Detail() {
  const scroller = useRef<HTMLDivElement>(null);
  const at = place.value;
  const key = at.view === 'instances' ? (at.isNew ? `new/${at.source ?? ''}` : `${at.name}`) : '';
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
    if (key.startsWith('new/')) document.getElementById('field-name')?.focus();
  }, [key]);
  return (
    <div id="detail" ref={scroller}>
      <Content />
    </div>
  );
}

function Content() {
  const t = texts.value;
  const at = place.value;
  const state = store.state.value;
  if (at.view !== 'instances' || !state) return null;
  if (at.isNew) {
    const draft = state.canCreate ? drafts.at(at) : null;
    return (
      <>
        <Head heading={at.source ? t.copyOf(at.source) : t.newInstance} />
        {draft ? <InstanceForm key={draft.key} draft={draft} /> : <NoFolder />}
      </>
    );
  }
  if (at.name === null) {
    return state.instances.length === 0 ? <First /> : <p class="nothing">{t.choose}</p>;
  }
  const instance = store.instance(at.name);
  const draft = instance?.editable === false ? null : drafts.at({ isNew: false, name: at.name });
  if (!instance) {
    return (
      <>
        <Head heading={at.name} />
        {draft ? (
          <InstanceForm key={draft.key} draft={draft} />
        ) : (
          <p class="nothing">{t.gone(at.name)}</p>
        )}
      </>
    );
  }
  return (
    <>
      <Head heading={titleOf(instance)} instance={instance} />
      <DestinationNote destination={instance.destination} />
      {instance.hasHealth && <HealthCard key={at.name} name={at.name} />}
      {draft ? (
        <InstanceForm key={draft.key} draft={draft} />
      ) : (
        <ReadOnlySheet instance={instance} />
      )}
    </>
  );
}

function Head({ heading, instance }: { heading: string; instance?: InstanceAnswer }) {
  const t = texts.value;
  return (
    <header class="head">
      <a class="button icon back" href={link('instances')} aria-label={t.back}>
        <Icon name="back" />
      </a>
      <div class="titles">
        <h2 id="detail-title" dir="auto" tabIndex={-1}>
          {heading}
        </h2>
        {instance && (
          <div class="facts">
            <bdi class="mono">{instance.name}</bdi>
            <Chip>{said(store.type(instance.type)?.title) || instance.type}</Chip>
            <Chip title={t.origins[instance.origin].long}>{t.origins[instance.origin].short}</Chip>
          </div>
        )}
      </div>
      {instance && <Actions instance={instance} />}
    </header>
  );
}

function Actions({ instance }: { instance: InstanceAnswer }) {
  const t = texts.value;
  const isAsked = useSignal(false);
  return (
    <div class="actions">
      <a class="button" href={link('try', instance.name)}>
        <Icon name="send" />
        {t.tryOut}
      </a>
      {store.state.value?.canCreate && (
        <a class="button" href={link('new', instance.name)}>
          <Icon name="copy" />
          {t.copyInstance}
        </a>
      )}
      {instance.editable && (
        <Button
          kind="danger"
          onClick={() => {
            isAsked.value = true;
          }}
        >
          {t.delete}
        </Button>
      )}
      {isAsked.value && (
        <RemoveQuestion
          instance={instance}
          onClose={() => {
            isAsked.value = false;
          }}
        />
      )}
    </div>
  );
}
