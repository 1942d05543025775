/** The three codes of the JitAi SMS element. */
export enum SmsErrorCode {
  /** Refused locally: a parameter is missing or malformed, or the phone list is empty. Nothing was sent. */
  InvalidParameters = 46001,
  /** Aliyun refused the call, or a limit of the instance did. Nothing was sent. */
  Rejected = 46002,
  /** No usable response. `SmsRequestException.outcome` says whether anything may have been sent. */
  RequestFailed = 46003,
}
