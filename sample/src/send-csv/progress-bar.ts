import type { BulkProgress } from 'nestjs-aliyun-sms';

const WIDTH = 30;

/** One line that is drawn over itself; where the output is no terminal, only the last one is written. */
export class ProgressBar {
  #line = '';

  /** @param share how much of the source has been read, from 0 to 1 */
  constructor(private readonly share: () => number) {}

  update({ done, read, accepted, refused, unknown, invalid, calls, ...rest }: BulkProgress): void {
    const share = Math.min(1, this.share() * (read ? done / read : 0));
    const filled = Math.round(share * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const bad = refused + unknown + invalid + rest['not-sent'];
    const parts = [`${accepted} accepted`, `${bad} not`, `${calls} calls`];
    this.#line = `${bar} ${(share * 100).toFixed(0).padStart(3)}%  ${parts.join(', ')}`;
    if (process.stdout.isTTY) process.stdout.write(`\r${this.#line}\u001b[K`);
  }

  end(text: string): void {
    console.log(process.stdout.isTTY ? `\n${text}` : `${this.#line}\n${text}`);
  }
}
