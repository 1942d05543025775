/** Browser module: the REST interface, and whether it can be reached. */
export const API_SCRIPT = String.raw`
import { t } from '../ui/i18n.js';

const API = new URL('../../api/', import.meta.url);
const PATIENCE = 60000;

/** What the server answered; with status 0, that there was no answer. */
export class ApiError extends Error {
  constructor(status, error) {
    super(error.message);
    Object.assign(this, error, { status });
  }
}

/** state: 'starting', 'up', 'lost', or 'denied' where the application wants the reader to sign in. */
export const connection = { state: 'starting', error: null };
const listeners = new Set();

export function onConnection(listener) {
  listeners.add(listener);
}

function found(state, error = null) {
  const isNews = connection.state !== state || connection.error?.message !== error?.message;
  Object.assign(connection, { state, error });
  if (isNews) for (const listener of listeners) listener();
}

export const instancePath = (name, ...more) => ['instances', name, ...more].map(encodeURIComponent).join('/');

/** version: of the instance that is changed or removed, as the server answered it. */
export async function call(method, path, body, version) {
  const reads = method === 'GET';
  let answer;
  let text;
  try {
    answer = await fetch(new URL(path, API), {
      method,
      headers: { accept: 'application/json', ...(!reads && { 'content-type': 'application/json' }), ...(version && { 'if-match': version }) },
      body: reads ? undefined : JSON.stringify(body ?? {}),
      signal: AbortSignal.timeout(PATIENCE),
    });
    text = await answer.text();
  } catch {
    const error = new ApiError(0, { message: t('unreachable') });
    found('lost', error);
    throw error;
  }
  const value = parsed(text);
  if (answer.ok && value && !answer.redirected) {
    found('up');
    return value;
  }
  // A page in place of JSON, after a redirect, is somebody's login form.
  const status = answer.redirected || answer.ok ? 401 : answer.status;
  const error = new ApiError(status, errorIn(value, status));
  if (status === 401 || (status === 403 && reads)) found('denied', error);
  else if (!value && status >= 500) found('lost', error);
  else found('up');
  throw error;
}

function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** Ours is { error: { message } }; a guard of the application answers { message, error: 'Forbidden' }. */
function errorIn(value, status) {
  if (typeof value?.error?.message === 'string') return value.error;
  const message = [value?.message, value?.error].flat().find((each) => typeof each === 'string');
  return { message: message ?? t('strangeAnswer', { status }) };
}
`;
