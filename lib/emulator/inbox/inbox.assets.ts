import { BASE_STYLE } from '../../ui/base.style.js';
import { DOM_SCRIPT } from '../../ui/dom.script.js';
import { FRAME_STYLE } from '../../ui/frame.style.js';
import { I18N_SCRIPT } from '../../ui/i18n.script.js';
import { css, html, script, type PageAsset } from '../../ui/page-asset.js';
import { THEME_SCRIPT } from '../../ui/theme.script.js';
import { TOKENS_STYLE } from '../../ui/tokens.style.js';
import { API_SCRIPT } from './api.script.js';
import { EMPTY_SCRIPT } from './empty.script.js';
import { FAULTS_SCRIPT } from './faults.script.js';
import { FORMAT_SCRIPT } from './format.script.js';
import { INBOX_PAGE } from './inbox.page.js';
import { LAYOUT_STYLE } from './layout.style.js';
import { MAGIC_SCRIPT } from './magic.script.js';
import { MAIN_SCRIPT } from './main.script.js';
import { MESSAGE_SCRIPT } from './message.script.js';
import { MESSAGE_STYLE } from './message.style.js';
import { NUMBERS_SCRIPT } from './numbers.script.js';
import { PANEL_SCRIPT } from './panel.script.js';
import { PANEL_STYLE } from './panel.style.js';
import { RECEIPTS_SCRIPT } from './receipts.script.js';
import { REVIEWS_SCRIPT } from './reviews.script.js';
import { STATE_SCRIPT } from './state.script.js';
import { TEXTS_SCRIPT } from './texts.script.js';
import { THREAD_SCRIPT } from './thread.script.js';

const SCRIPTS: Readonly<Record<string, string>> = {
  'ui/dom': DOM_SCRIPT,
  'ui/i18n': I18N_SCRIPT,
  'ui/theme': THEME_SCRIPT,
  'inbox/api': API_SCRIPT,
  'inbox/empty': EMPTY_SCRIPT,
  'inbox/faults': FAULTS_SCRIPT,
  'inbox/format': FORMAT_SCRIPT,
  'inbox/magic': MAGIC_SCRIPT,
  'inbox/main': MAIN_SCRIPT,
  'inbox/message': MESSAGE_SCRIPT,
  'inbox/numbers': NUMBERS_SCRIPT,
  'inbox/panel': PANEL_SCRIPT,
  'inbox/receipts': RECEIPTS_SCRIPT,
  'inbox/reviews': REVIEWS_SCRIPT,
  'inbox/state': STATE_SCRIPT,
  'inbox/texts': TEXTS_SCRIPT,
  'inbox/thread': THREAD_SCRIPT,
};

const STYLES: Readonly<Record<string, string>> = {
  'ui/tokens': TOKENS_STYLE,
  'ui/base': BASE_STYLE,
  'ui/frame': FRAME_STYLE,
  'inbox/layout': LAYOUT_STYLE,
  'inbox/message': MESSAGE_STYLE,
  'inbox/panel': PANEL_STYLE,
};

/** The inbox, by path. */
export const INBOX_ASSETS: ReadonlyMap<string, PageAsset> = new Map([
  ['/', html(INBOX_PAGE)],
  ...Object.entries(SCRIPTS).map(
    ([name, body]) => [`/_emulator/${name}.js`, script(body)] as const,
  ),
  ...Object.entries(STYLES).map(([name, body]) => [`/_emulator/${name}.css`, css(body)] as const),
]);
