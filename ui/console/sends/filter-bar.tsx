import { useSignal } from '@preact/signals';
import { Button } from '../../shared/button.tsx';
import { store } from '../console.ts';
import { optionText } from '../names.ts';
import { texts } from '../texts.ts';
import { filters, isFiltered, OUTCOMES, setFilter } from './sends.ts';

/** Which sends are shown. */
export function FilterBar() {
  const t = texts.value;
  const { text, instance, outcome, template } = filters.value;
  const instances = store.instances.value;
  const isGone = instance !== '' && !instances.some(({ name }) => name === instance);
  return (
    <search class="controls">
      <input
        id="search"
        class="field wide"
        type="search"
        autocomplete="off"
        aria-label={t.searchSends}
        placeholder={t.searchSends}
        value={text}
        onInput={(event) => setFilter({ text: event.currentTarget.value })}
      />
      <select
        class="field"
        aria-label={t.instance}
        value={instance}
        onChange={(event) => setFilter({ instance: event.currentTarget.value })}
      >
        <option value="">{t.allInstances}</option>
        {isGone && <option value={instance}>{instance}</option>}
        {instances.map((each) => (
          <option key={each.name} value={each.name}>
            {optionText(each)}
          </option>
        ))}
      </select>
      <select
        class="field"
        aria-label={t.outcome}
        value={outcome}
        onChange={(event) => setFilter({ outcome: event.currentTarget.value })}
      >
        <option value="">{t.allOutcomes}</option>
        {OUTCOMES.map((each) => (
          <option key={each} value={each}>
            {t.outcomes[each]}
          </option>
        ))}
      </select>
      <TemplateFilter value={template} />
      {isFiltered.value && (
        <Button
          kind="quiet"
          onClick={() => setFilter({ text: '', instance: '', outcome: '', template: '' })}
        >
          {t.clearFilters}
        </Button>
      )}
    </search>
  );
}

/** A code is asked for when it is whole: half of one is none. */
function TemplateFilter({ value }: { value: string }) {
  const t = texts.value;
  const typed = useSignal<string | null>(null);
  return (
    <input
      class="field mono"
      autocomplete="off"
      spellcheck={false}
      aria-label={t.templateCode}
      placeholder={t.templateCode}
      value={typed.value ?? value}
      onInput={(event) => {
        typed.value = event.currentTarget.value;
      }}
      onChange={(event) => {
        typed.value = null;
        setFilter({ template: event.currentTarget.value.trim() });
      }}
    />
  );
}
