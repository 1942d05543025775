import { Button } from '../../shared/button.tsx';
import { copyText } from '../../shared/clipboard.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { sharedTexts } from '../../shared/texts.ts';
import { showToast } from '../../shared/toast.tsx';
import { store } from '../console.ts';
import { link } from '../place.ts';
import { texts } from '../texts.ts';

const ROOT = ['AliyunSmsModule.forRoot({', "  elementsDir: 'SMS',", '})'].join('\n');

/** No instance yet. */
export function First() {
  const t = texts.value;
  const { readOnly, canCreate } = store.state.value ?? {};
  return (
    <EmptyState title={t.emptyTitle}>
      {!readOnly && <p class="muted">{t.emptyText}</p>}
      {canCreate && (
        <div class="actions">
          <a class="button primary" href={link('new')}>
            {t.newInstance}
          </a>
        </div>
      )}
      {!canCreate && !readOnly && <FolderSteps />}
    </EmptyState>
  );
}

/** No folder to create an instance in. */
export function NoFolder() {
  const t = texts.value;
  const isReadOnly = store.state.value?.readOnly;
  return (
    <EmptyState title={isReadOnly ? t.readOnly : t.noFolderTitle}>
      {!isReadOnly && <FolderSteps />}
    </EmptyState>
  );
}

function FolderSteps() {
  const t = texts.value;
  return (
    <>
      <p class="muted">{t.noFolderText}</p>
      <pre>
        <code>{ROOT}</code>
      </pre>
      <div class="actions">
        <Button onClick={() => void copyText(ROOT).then(() => showToast(sharedTexts.value.copied))}>
          {t.copySnippet}
        </Button>
      </div>
    </>
  );
}
