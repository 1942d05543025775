import { GatewayError } from '../errors.js';

/** Aliyun's documents have no fraction, but clients that send one work. */
const FORMAT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
const MAX_SKEW_MS = 15 * 60_000;

/** Measured on the system's clock, as callers sign with it: the test clock has no part in this. */
export function verifyTimestamp(timestamp: string): void {
  const time = FORMAT.test(timestamp) ? Date.parse(timestamp) : NaN;
  if (Number.isNaN(time)) {
    throw new GatewayError(
      400,
      'InvalidTimeStamp.Format',
      'Specified time stamp or date value is not well formatted.',
    );
  }
  if (Math.abs(Date.now() - time) > MAX_SKEW_MS) {
    throw new GatewayError(
      400,
      'InvalidTimeStamp.Expired',
      'Specified time stamp or date value is expired.',
    );
  }
}
