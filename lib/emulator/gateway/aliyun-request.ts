import { header, mediaType, type HttpCall } from '../http/http-call.js';
import { newParams, parseParams, type Params } from '../http/params.js';

/** A call of the API, with its parameters from the query string, the form body or both. */
export interface AliyunRequest {
  readonly http: HttpCall;
  /** Parameters of the query string only: ACS3 signs these. */
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

/** A body without a media type counts as a form: some clients of the older signature send none. */
function hasForm(http: HttpCall): boolean {
  if (http.body.length === 0) return false;
  const type = mediaType(http);
  return type === '' || type === 'application/x-www-form-urlencoded';
}
