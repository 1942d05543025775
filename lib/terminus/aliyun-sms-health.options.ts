/** Options of `AliyunSmsHealthIndicator.isHealthy`. */
export interface AliyunSmsHealthOptions {
  /**
   * Names of the instances to check. One instance of each account is enough.
   *
   * @default all instances that have an account and a `ping` method
   * @example ['login']
   */
  instances?: string[];

  /**
   * Max. milliseconds to wait for a response. An instance without one counts as down.
   *
   * @default 3000
   */
  timeout?: number;
}
