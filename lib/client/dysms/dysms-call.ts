/** What Aliyun answered with HTTP 2xx. The `code` in the body may still be a refusal. */
export interface DysmsResponse<Body> {
  headers?: Record<string, string>;
  statusCode?: number;
  body?: Body;
}

/** Options of one call: `RuntimeOptions` of the SDK, of which all others have no effect here. */
export interface DysmsRuntimeOptions {
  /**
   * Milliseconds for the whole call.
   *
   * @default the `timeout` of the instance
   */
  readTimeout?: number | undefined;
  /** Added to the request. */
  extendsParameters?:
    | {
        headers?: Record<string, string> | undefined;
        queries?: Record<string, string> | undefined;
      }
    | undefined;
}
