import 'reflect-metadata';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AliyunSms, SmsRegistry } from 'nestjs-aliyun-sms';
import { AppModule } from '../app.module.js';
import { useRunningLocalAliyun } from '../local-aliyun.js';
import { CsvMessages } from './csv-messages.js';
import { ProgressBar } from './progress-bar.js';

const USAGE = `Usage: npm run send:csv -- <file.csv> --template SMS_123456789 [--instance login] [--per-second 500]

The first line of the file names its columns. The column "phone" holds the recipient, every other
one a variable of the template:

  phone,name,code
  13800138000,张三,123456

What became of each row is written to <file.csv>.result.csv. Ctrl-C stops half-way.`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      template: { type: 'string' },
      instance: { type: 'string', default: 'login' },
      'per-second': { type: 'string' },
    },
  });
  const [file] = positionals;
  if (!file || !values.template) throw new Error(USAGE);
  const { size } = await stat(file);
  await useRunningLocalAliyun(process.env, Number(process.env['EMULATOR_PORT'] || 3001));

  const app = await NestFactory.createApplicationContext(AppModule, {
    abortOnError: false,
    // A line for each call would break up the progress bar.
    logger: ['fatal'],
  });
  const stop = new AbortController();
  process.on('SIGINT', () => stop.abort());

  const messages = new CsvMessages(file, values.template);
  const bar = new ProgressBar(() => messages.bytesRead / size);
  const report = createWriteStream(`${file}.result.csv`);
  report.write('row,outcome,bizId,outId,error\n');
  const results = app
    .get(SmsRegistry)
    .get(values.instance, AliyunSms)
    .sendMessages(messages, {
      signal: stop.signal,
      ...(values['per-second'] && { perSecond: Number(values['per-second']) }),
      onProgress: (progress) => bar.update(progress),
    });
  for await (const { index, outcome, bizId = '', outId = '', error } of results) {
    const reason = error ? `"${error.message.replaceAll('"', '""')}"` : '';
    const line = `${index + 1},${outcome},${bizId},${outId},${reason}\n`;
    if (!report.write(line)) await once(report, 'drain');
  }
  report.end();
  await once(report, 'close');
  bar.end(`${stop.signal.aborted ? 'Stopped' : 'Done'}. Row by row: ${file}.result.csv`);
  await app.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
