/** Which messages a window counts together. */
export type LimitSubject = 'phone' | 'sign+phone' | 'sign+template+phone';

/** What Aliyun calls a template's type; its limits depend on it, but a template's code does not tell it. */
export type TemplateKind = 'verification' | 'notification' | 'promotion';

/** So many messages in so much time. The window rolls: each message leaves it on its own. */
export interface LimitWindow {
  /**
   * Messages that may be accepted within the window.
   *
   * @example 1
   */
  limit: number;

  /**
   * Length of the window in milliseconds.
   *
   * @example 60_000
   */
  windowMs: number;

  /**
   * Which messages count together: all to one number, or those of one sign, or of one sign and
   * one template, to one number.
   *
   * @example 'sign+phone'
   */
  by: LimitSubject;
}
