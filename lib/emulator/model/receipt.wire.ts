/** What the carrier reported about a message. */
export interface Receipt {
  readonly state: 'waiting' | 'delivered' | 'failed';
  /** `DELIVERED` or the reason of the failure, `''` while waiting. */
  readonly errCode: string;
  readonly errMsg: string;
  /** ISO 8601, `null` while waiting. */
  readonly reportedAt: string | null;
}
