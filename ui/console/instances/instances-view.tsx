import { isDetailOpen, isNarrow } from '../console.ts';
import { texts } from '../texts.ts';
import { Detail } from './detail.tsx';
import { InstanceList } from './instance-list.tsx';

export function InstancesView() {
  const isBoth = !isNarrow.value;
  return (
    <section class="split" aria-label={texts.value.views.instances}>
      {(isBoth || !isDetailOpen.value) && <InstanceList />}
      {(isBoth || isDetailOpen.value) && <Detail />}
    </section>
  );
}
