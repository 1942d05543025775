export type CliLocale = 'en' | 'zh';

/** The language of the terminal, in the order in which POSIX reads it; else of the system. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): CliLocale {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || systemLocale();
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function systemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}
