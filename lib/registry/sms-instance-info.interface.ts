import type { MaskedConfig } from '../schema/mask-config.js';

/** Where an instance comes from. */
export type SmsInstanceOrigin =
  /** `forRoot`, `forFeature` and their asynchronous forms. */
  | 'code'
  /** An element folder. */
  | 'folder'
  /** `registry.register` or `registry.replace`. */
  | 'runtime'
  /** The `resolve` of `forRoot`, at its first use. */
  | 'resolver';

/** An instance as it may be shown to anybody: no secret, keys masked. */
export interface SmsInstanceInfo {
  name: string;
  title: string;
  type: string;
  origin: SmsInstanceOrigin;
  /** Its configuration, inherited settings included. */
  config: MaskedConfig;
}

/** What became of an instance. */
export interface SmsInstanceChange {
  name: string;
  kind: 'registered' | 'replaced' | 'unregistered';
  origin: SmsInstanceOrigin;
}
