/** What is wrong with a file of an element folder. */
export interface SmsElementFault {
  /** The file or folder, as a reader would type it. */
  file: string;
  /** What is wrong, and what to do about it. */
  problem: string;
}

/** Element folders cannot be used. Thrown at bootstrap, with every fault of all of them. */
export class SmsElementsError extends Error {
  override readonly name = 'SmsElementsError';
  readonly faults: readonly SmsElementFault[];

  constructor(faults: readonly SmsElementFault[]) {
    const list = faults.map(({ file, problem }) => `- ${file}: ${problem}`);
    super(`SMS element folders cannot be used:\n${list.join('\n')}`);
    this.faults = faults;
  }
}
