import { createTexts } from './i18n.ts';
import type { Theme } from './theme.ts';

const en = {
  theme: 'Light or dark',
  themes: { system: 'as the system', light: 'light', dark: 'dark' } satisfies Record<Theme, string>,
  language: '中 · 切换到中文',
  otherLanguage: '中',
  close: 'Close',
  details: 'Details',
  skip: 'Skip to the content',
  copied: 'Copied',
  unreachable: 'The server does not respond. Is it still running? Nothing was changed.',
  refused: (status: number) => `The server refused this (HTTP ${status}).`,
  shortcutsOn: 'Turn single-key shortcuts off',
  shortcutsOff: 'Turn single-key shortcuts on',
};

const zh: typeof en = {
  theme: '切换浅色与深色',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  language: 'EN · Switch to English',
  otherLanguage: 'EN',
  close: '关闭',
  details: '详情',
  skip: '跳到正文',
  copied: '已复制',
  unreachable: '服务没有响应，请确认它仍在运行。未做任何更改。',
  refused: (status) => `服务拒绝了此操作（HTTP ${status}）。`,
  shortcutsOn: '关闭单键快捷键',
  shortcutsOff: '开启单键快捷键',
};

/** The words of the shared components. */
export const sharedTexts = createTexts({ en, zh });
