import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../shared/button.tsx';
import { Icon } from '../../shared/icon.tsx';
import { Tabs } from '../../shared/tabs.tsx';
import { sharedTexts } from '../../shared/texts.ts';
import { texts } from '../texts.ts';
import { FaultsTab } from './faults-tab.tsx';
import { MagicTab } from './magic-tab.tsx';
import { ReceiptsTab } from './receipts-tab.tsx';
import { ReviewsTab } from './reviews-tab.tsx';
import { isPanelOpen, selectedTab, selectTab, TABS, togglePanel, type ToolTab } from './tools.ts';
import './panel.css';

const CONTENTS = {
  faults: FaultsTab,
  magic: MagicTab,
  receipts: ReceiptsTab,
  reviews: ReviewsTab,
} satisfies Record<ToolTab, () => unknown>;

/** The tools beside the messages. */
export function Panel() {
  const t = texts.value;
  const panel = useRef<HTMLElement>(null);
  const isOpen = isPanelOpen.value;
  useEffect(() => {
    if (isOpen) panel.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }, [isOpen]);
  const Content = CONTENTS[selectedTab.value];
  return (
    <aside id="panel" ref={panel} aria-label={t.tools} hidden={!isOpen}>
      {isOpen && (
        <Tabs
          label={t.tools}
          tabs={TABS.map((key) => ({ key, title: t[key] }))}
          selected={selectedTab.value}
          onSelect={selectTab}
          after={
            <Button
              icon
              small
              aria-label={sharedTexts.value.close}
              onClick={() => togglePanel(false)}
            >
              <Icon name="close" />
            </Button>
          }
        >
          <div class="stack">
            <Content />
          </div>
        </Tabs>
      )}
    </aside>
  );
}
