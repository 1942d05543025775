/** What the spans and metrics of this package are found under. */
export const TELEMETRY_SCOPE = 'nestjs-aliyun-sms';
