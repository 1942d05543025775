export interface AliyunSmsHealthOptions {
  /**
   * Names of the instances that are checked. Those of one account need not all be.
   *
   * @default all that have an account and can be asked
   * @example ['login']
   */
  instances?: string[];

  /**
   * Milliseconds until an instance that has not answered counts as down.
   *
   * @default 3000
   */
  timeout?: number;
}
