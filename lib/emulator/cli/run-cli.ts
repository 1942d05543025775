import { AliyunSmsEmulator } from '../emulator.js';
import { optionsFrom, parseCli } from './cli.options.js';
import { banner, HELP, localeOf, PORT_TAKEN } from './cli.texts.js';

export interface CliIo {
  env: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  error(text: string): void;
}

export interface CliResult {
  exitCode: 0 | 1 | 2;
  /** Present where the emulator was started. */
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
