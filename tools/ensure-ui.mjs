// Vitest's global set-up: the specs serve the built pages.
import { ensureUi } from './build-ui.mjs';

export const setup = ensureUi;
