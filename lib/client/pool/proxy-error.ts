/** A proxy could not be reached, or did not connect to the endpoint. Apart from undici, which is loaded late. */
export class ProxyError extends Error {
  /** @param systemCode such as `ECONNREFUSED`, or `HTTP 407` for a response to CONNECT */
  constructor(readonly systemCode: string | undefined) {
    super('the proxy failed');
  }
}
