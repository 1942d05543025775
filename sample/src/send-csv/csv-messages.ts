import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { SmsMessage } from 'nestjs-aliyun-sms';

/** The rows of a CSV file as messages, read as they are sent. */
export class CsvMessages implements AsyncIterable<SmsMessage> {
  bytesRead = 0;

  constructor(
    private readonly file: string,
    private readonly template: string,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<SmsMessage> {
    const input = createReadStream(this.file);
    const rows = input.pipe(
      parse({ columns: true, bom: true, trim: true, skip_empty_lines: true }),
    );
    input.on('error', (error) => rows.destroy(error));
    try {
      for await (const row of rows as AsyncIterable<Record<string, string>>) {
        const { phone, ...params } = row;
        if (phone === undefined)
          throw new Error('The first line of the file names no column "phone"');
        this.bytesRead = input.bytesRead;
        yield { phoneList: [phone], params, verifyTemplateCode: this.template };
      }
    } finally {
      input.destroy();
    }
  }
}
