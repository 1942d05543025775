import { header, type HttpCall } from './http-call.js';
import { isLoopback } from '../../common/loopback.js';

/**
 * Whether a call to the page or to the REST interface comes from where it may. Pages of other
 * sites can make a browser call us, under our address or, by DNS rebinding, under theirs.
 */
export function isLocalCaller(call: HttpCall, listeningOn: string): boolean {
  const host = header(call, 'host');
  const origin = header(call, 'origin');
  if (origin !== '' && origin !== `http://${host}`) return false;
  return !isLoopback(listeningOn) || isLoopback(host.replace(/:\d+$/, ''));
}
