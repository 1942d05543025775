import { Toasts } from '../shared/toast.tsx';
import { KeyBar, TopBar } from '../shared/top-bar.tsx';
import { Banner, Live } from './banner.tsx';
import { store } from './console.ts';
import { InstancesView } from './instances/instances-view.tsx';
import { useKeys } from './keys.ts';
import { link, place, VIEWS, type View } from './place.ts';
import { SendsView } from './sends/sends-view.tsx';
import { TemplatesView } from './templates/templates-view.tsx';
import { texts } from './texts.ts';
import { TryView } from './try/try-view.tsx';

const CONTENT = {
  instances: InstancesView,
  try: TryView,
  sends: SendsView,
  templates: TemplatesView,
} satisfies Record<View, () => unknown>;

export function App() {
  const t = texts.value;
  const { view } = place.value;
  const Content = CONTENT[view];
  const canChange = store.state.value?.canCreate ?? false;
  useKeys();
  return (
    <>
      <TopBar title={t.title} status={<Live />}>
        <nav class="tabs" aria-label={t.viewsLabel}>
          {VIEWS.map((each) => (
            <a key={each} href={link(each)} aria-current={each === view ? 'page' : undefined}>
              {t.views[each]}
            </a>
          ))}
        </nav>
      </TopBar>
      <Banner />
      <main id="content" tabIndex={-1}>
        <Content />
      </main>
      <KeyBar
        keys={[
          ...(canChange ? [['n', t.keys.new] as const] : []),
          ['/', t.keys.search],
          ['j', t.keys.next],
          ['k', t.keys.previous],
          ['Ctrl+Enter', canChange ? t.keys.submit : t.keys.send],
          ['Esc', t.keys.back],
        ]}
      />
      <Toasts />
    </>
  );
}
