/** The places of one send, taken already. The first of the two calls decides; later ones do nothing. */
export class FlowControlPermit {
  #giveBack: (() => Promise<void>) | undefined;

  constructor(giveBack?: () => Promise<void>) {
    this.#giveBack = giveBack;
  }

  /** Aliyun accepted the message, or may have: the places stay taken. */
  commit(): void {
    this.#giveBack = undefined;
  }

  /**
   * The message was refused or provably not sent: its places are free again. Never rejects: where
   * the store fails, they stay taken until their windows have passed.
   */
  async release(): Promise<void> {
    const giveBack = this.#giveBack;
    this.#giveBack = undefined;
    await giveBack?.();
  }
}
