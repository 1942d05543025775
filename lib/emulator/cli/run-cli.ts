import { AliyunSmsEmulator } from '../emulator.js';
import { banner } from './cli.banner.js';
import { HELP } from './cli.texts.js';
import { localeOf, type CliLocale } from './cli.locale.js';
import { optionsFrom, parseCli } from './cli.options.js';

export interface CliIo {
  env: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  error(text: string): void;
}

export interface CliResult {
  exitCode: 0 | 1 | 2;
  /** Present where it was started. */
  emulator?: AliyunSmsEmulator;
}

/** The command `aliyun-sms-emulator`. */
export async function runCli(args: readonly string[], io: CliIo): Promise<CliResult> {
  const locale = localeOf(io.env);
  try {
    const flags = parseCli(args);
    if (flags.help) {
      io.out(HELP[locale]);
      return { exitCode: 0 };
    }
    const options = await optionsFrom(flags);
    const emulator = await AliyunSmsEmulator.start(options);
    if (!flags.quiet) io.out(banner(emulator, locale));
    return { exitCode: 0, emulator };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      io.error(PORT_TAKEN[locale]);
      return { exitCode: 1 };
    }
    io.error(`${message}\n`);
    return { exitCode: 2 };
  }
}

const PORT_TAKEN: Record<CliLocale, string> = {
  en: 'The port is taken already. Choose another one with --port, or end what listens there.\n',
  zh: '端口已被占用。请用 --port 指定其他端口，或先结束占用该端口的程序。\n',
};
