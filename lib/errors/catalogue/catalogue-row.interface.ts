import type {
  SmsErrorActor,
  SmsErrorCause,
  SmsErrorRepeat,
} from './sms-error-description.interface.js';

/** A row of the tables: what the cause alone does not say. */
export interface CatalogueRow {
  cause: SmsErrorCause;
  /** Who must act, where it is not the one that the cause implies. */
  actor?: SmsErrorActor;
  /** Whether to repeat, where it is not what the cause implies. */
  repeat?: SmsErrorRepeat;
  zh: readonly [text: string, remedy: string];
  en: readonly [text: string, remedy: string];
}
