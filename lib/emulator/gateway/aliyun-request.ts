import { header, mediaType, type HttpCall } from '../http/http-call.js';
import { newParams, parseParams, type Params } from '../http/params.js';

/** A call of the API, whichever way its parameters travelled. */
export interface AliyunRequest {
  readonly http: HttpCall;
  /** Parameters of the query string alone, as ACS3 signs them. */
  readonly query: Params;
  /** Query and form body together. */
  readonly params: Params;
  readonly action: string;
  readonly version: string;
}

export function toAliyunRequest(http: HttpCall): AliyunRequest {
  const query = parseParams(http.query);
  const params = hasForm(http)
    ? parseParams(http.body.toString('utf8'), Object.assign(newParams(), query))
    : query;
  return {
    http,
    query,
    params,
    action: header(http, 'x-acs-action') || params['Action'] || '',
    version: header(http, 'x-acs-version') || params['Version'] || '',
  };
}

/** A body without a type is taken for a form: some clients of the older signature name none. */
function hasForm(http: HttpCall): boolean {
  if (http.body.length === 0) return false;
  const type = mediaType(http);
  return type === '' || type === 'application/x-www-form-urlencoded';
}
