/** Why an HTTP call ended without an answer, and whether its request had been written by then. */
export class HttpCallFailure {
  constructor(
    readonly kind: 'deadline' | 'aborted' | 'too-large' | 'network',
    readonly written: boolean,
    /** Code of the underlying error, such as `ECONNREFUSED`. */
    readonly systemCode?: string,
  ) {}
}
