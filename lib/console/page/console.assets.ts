import { BASE_STYLE } from '../../ui/base.style.js';
import { DOM_SCRIPT } from '../../ui/dom.script.js';
import { FRAME_STYLE } from '../../ui/frame.style.js';
import { I18N_SCRIPT } from '../../ui/i18n.script.js';
import { KEYED_SCRIPT } from '../../ui/keyed.script.js';
import { css, type PageAsset, script } from '../../ui/page-asset.js';
import { THEME_SCRIPT } from '../../ui/theme.script.js';
import { TOKENS_STYLE } from '../../ui/tokens.style.js';
import { API_SCRIPT } from './api.script.js';
import { ATTEMPT_SCRIPT } from './attempt.script.js';
import { CATALOGUE_SCRIPT } from './catalogue.script.js';
import { CONFIG_SCRIPT } from './config.script.js';
import { CONNECTION_SCRIPT } from './connection.script.js';
import { DETAIL_SCRIPT } from './detail.script.js';
import { DRAFT_SCRIPT } from './draft.script.js';
import { EMPTY_SCRIPT } from './empty.script.js';
import { FIELDS_SCRIPT } from './fields.script.js';
import { FORM_SCRIPT } from './form.script.js';
import { FORM_STYLE } from './form.style.js';
import { FORMAT_SCRIPT } from './format.script.js';
import { HEALTH_SCRIPT } from './health.script.js';
import { KEYS_SCRIPT } from './keys.script.js';
import { LAYOUT_STYLE } from './layout.style.js';
import { LIST_SCRIPT } from './list.script.js';
import { LIST_STYLE } from './list.style.js';
import { MAIN_SCRIPT } from './main.script.js';
import { OUTCOME_SCRIPT } from './outcome.script.js';
import { PARAMS_SCRIPT } from './params.script.js';
import { PARTS_SCRIPT } from './parts.script.js';
import { POLL_SCRIPT } from './poll.script.js';
import { PREVIEW_SCRIPT } from './preview.script.js';
import { PROBLEM_SCRIPT } from './problem.script.js';
import { QUESTION_SCRIPT } from './question.script.js';
import { READ_ONLY_SCRIPT } from './read-only.script.js';
import { REMOVE_SCRIPT } from './remove.script.js';
import { REVIEW_ROWS_SCRIPT } from './review-rows.script.js';
import { ROUTE_SCRIPT } from './route.script.js';
import { SAVE_SCRIPT } from './save.script.js';
import { SENDING_SCRIPT } from './sending.script.js';
import { SENDS_SCRIPT } from './sends.script.js';
import { SENDS_STYLE } from './sends.style.js';
import { STATE_SCRIPT } from './state.script.js';
import { TEMPLATE_TEXT_SCRIPT } from './template-text.script.js';
import { TEMPLATES_SCRIPT } from './templates.script.js';
import { TEXTS_SCRIPT } from './texts.script.js';
import { TRY_TEMPLATE_SCRIPT } from './try-template.script.js';
import { TRY_SCRIPT } from './try.script.js';
import { TRY_STYLE } from './try.style.js';

const SCRIPTS: Readonly<Record<string, string>> = {
  'ui/dom': DOM_SCRIPT,
  'ui/i18n': I18N_SCRIPT,
  'ui/keyed': KEYED_SCRIPT,
  'ui/theme': THEME_SCRIPT,
  'console/api': API_SCRIPT,
  'console/attempt': ATTEMPT_SCRIPT,
  'console/catalogue': CATALOGUE_SCRIPT,
  'console/config': CONFIG_SCRIPT,
  'console/connection': CONNECTION_SCRIPT,
  'console/detail': DETAIL_SCRIPT,
  'console/draft': DRAFT_SCRIPT,
  'console/empty': EMPTY_SCRIPT,
  'console/fields': FIELDS_SCRIPT,
  'console/form': FORM_SCRIPT,
  'console/format': FORMAT_SCRIPT,
  'console/health': HEALTH_SCRIPT,
  'console/keys': KEYS_SCRIPT,
  'console/list': LIST_SCRIPT,
  'console/main': MAIN_SCRIPT,
  'console/outcome': OUTCOME_SCRIPT,
  'console/params': PARAMS_SCRIPT,
  'console/parts': PARTS_SCRIPT,
  'console/poll': POLL_SCRIPT,
  'console/preview': PREVIEW_SCRIPT,
  'console/problem': PROBLEM_SCRIPT,
  'console/question': QUESTION_SCRIPT,
  'console/read-only': READ_ONLY_SCRIPT,
  'console/remove': REMOVE_SCRIPT,
  'console/review-rows': REVIEW_ROWS_SCRIPT,
  'console/route': ROUTE_SCRIPT,
  'console/save': SAVE_SCRIPT,
  'console/sending': SENDING_SCRIPT,
  'console/sends': SENDS_SCRIPT,
  'console/state': STATE_SCRIPT,
  'console/template-text': TEMPLATE_TEXT_SCRIPT,
  'console/templates': TEMPLATES_SCRIPT,
  'console/texts': TEXTS_SCRIPT,
  'console/try-template': TRY_TEMPLATE_SCRIPT,
  'console/try': TRY_SCRIPT,
};

const STYLES: Readonly<Record<string, string>> = {
  'ui/tokens': TOKENS_STYLE,
  'ui/base': BASE_STYLE,
  'ui/frame': FRAME_STYLE,
  'console/layout': LAYOUT_STYLE,
  'console/list': LIST_STYLE,
  'console/form': FORM_STYLE,
  'console/try': TRY_STYLE,
  'console/sends': SENDS_STYLE,
};

/** The files of the console, by their path below `assets/`. */
export const CONSOLE_ASSETS: ReadonlyMap<string, PageAsset> = new Map([
  ...Object.entries(SCRIPTS).map(([name, body]) => [`${name}.js`, script(body)] as const),
  ...Object.entries(STYLES).map(([name, body]) => [`${name}.css`, css(body)] as const),
]);
