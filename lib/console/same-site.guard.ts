import { type CanActivate, type ExecutionContext, HttpStatus, Injectable } from '@nestjs/common';
import { ConsoleException, firstOf, hostOf, type RequestHeaders } from './console-http.js';

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

/**
 * Refuses changes that a page of another site asks for. Such a page can have a browser send requests with the
 * cookies of its user.
 */
@Injectable()
export class SameSiteGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers, method } = context
      .switchToHttp()
      .getRequest<{ headers: RequestHeaders; method: string }>();
    if (method === 'GET' || method === 'HEAD') return true;
    if (isCrossSite(headers)) {
      throw new ConsoleException(
        HttpStatus.FORBIDDEN,
        'cross-site',
        'The SMS console takes no request that a page of another site makes',
      );
    }
    // A form of another site can be sent without a CORS preflight, but never as JSON.
    if (!JSON_TYPE.test(firstOf(headers['content-type']))) {
      throw new ConsoleException(
        HttpStatus.FORBIDDEN,
        'content-type',
        'The SMS console takes JSON in UTF-8 only: set content-type: application/json',
      );
    }
    return true;
  }
}

function isCrossSite(headers: RequestHeaders): boolean {
  // Only the browser can set this header. It is absent over plain http, unless the host is localhost.
  const site = firstOf(headers['sec-fetch-site']);
  if (site !== '') return site !== 'same-origin' && site !== 'none';
  const origin = firstOf(headers['origin']);
  if (origin === '') return false;
  if (!URL.canParse(origin)) return true;
  return new URL(origin).host !== hostOf(headers);
}
