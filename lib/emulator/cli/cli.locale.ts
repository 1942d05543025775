export type CliLocale = 'en' | 'zh';

/** The language of the terminal, in the order in which POSIX reads it. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): CliLocale {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
