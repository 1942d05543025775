import { Icon } from '../../shared/icon.tsx';
import { copyCode } from '../copy-code.ts';
import { texts } from '../texts.ts';

/** A code that nobody types by hand is not written large. */
const MAX_LARGE = 12;

export function CodeButton({ code, tabIndex }: { code: string; tabIndex: 0 | -1 }) {
  const t = texts.value;
  return (
    <button
      type="button"
      class={code.length > MAX_LARGE ? 'code long' : 'code'}
      tabIndex={tabIndex}
      aria-label={t.copyCode(code)}
      onClick={() => void copyCode(code)}
    >
      <span class="digits">{code}</span>
      <Icon name="copy" />
    </button>
  );
}
