/** A message for the gateway of another provider: checked, and in the forms that Aliyun is given. */
export interface ProviderMessage {
  /** The recipients, each once: mainland numbers as eleven digits, others as country code and number. */
  readonly phones: readonly string[];
  /** Code of the template. */
  readonly template: string;
  /** Values of the template's variables. */
  readonly params: Readonly<Record<string, string>>;
  /** Signature of the message or, where it has none, the `verifySign` of the configuration. */
  readonly sign: string | undefined;
  /** Id of the send, given or generated. */
  readonly outId: string;
  /** Aborted at the deadline (`timeout` of the configuration, 10 seconds by default) and by the caller. */
  readonly signal: AbortSignal;
}

/** That the provider has accepted a message. */
export interface ProviderResult {
  /** The provider's id of the message. */
  bizId: string;
  /** The provider's id of the call. @default '' */
  requestId?: string;
}
