import { signal } from '@preact/signals';
import type { ConsoleError } from '../../lib/console/console.wire.ts';

/** The server refused a call, or, with status 0, there was no response. */
export class CallError extends Error {
  override readonly name = 'CallError';

  constructor(
    readonly status: number,
    readonly error: ConsoleError,
  ) {
    super(error.message);
  }
}

export type ConnectionState = 'starting' | 'live' | 'lost' | 'denied';

/** Whether the application can be reached. `denied`: it wants the reader to sign in. */
export const connection = signal<{ readonly state: ConnectionState; readonly error?: CallError }>({
  state: 'starting',
});

interface CallOptions {
  body?: unknown;
  /** Version of the instance that is changed or removed, as the server gave it. */
  version?: string | null | undefined;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const TIMEOUT = 60_000;

/** What is known where the response is none of the console. */
const NO_ERROR: ConsoleError = { code: 'http', values: {}, message: '', issues: [] };

/** Calls the API of the console. The type of the response is the one that its wire file declares. */
export async function call<T>(
  method: Method,
  path: string,
  { body, version }: CallOptions = {},
): Promise<T> {
  const isRead = method === 'GET';
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${apiBase()}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(!isRead && { 'content-type': 'application/json' }),
        ...(version && { 'if-match': version }),
      },
      ...(!isRead && { body: JSON.stringify(body ?? {}) }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    text = await response.text();
  } catch {
    throw found('lost', new CallError(0, NO_ERROR));
  }
  const value = parse(text);
  if (response.ok && value && !response.redirected) {
    found('live');
    return value as T;
  }
  // A page in place of JSON, or a redirect, is the login form of the application.
  const status = response.redirected || response.ok ? 401 : response.status;
  const error = new CallError(status, errorOf(value));
  if (status === 401 || (status === 403 && isRead)) throw found('denied', error);
  if (!value && status >= 500) throw found('lost', error);
  found('live');
  throw error;
}

/** What went wrong in an action; anything but a `CallError` is a fault of the page and goes on. */
export function callErrorOf(error: unknown): CallError {
  if (error instanceof CallError) return error;
  throw error;
}

/** The API stands below the page, under whatever path a proxy shows the page. */
function apiBase(): string {
  if (import.meta.env.DEV) return '/console/api/';
  return `${location.pathname.replace(/\/$/, '')}/api/`;
}

function found(state: 'live'): void;
function found(state: ConnectionState, error: CallError): CallError;
function found(state: ConnectionState, error?: CallError): CallError | void {
  const { value } = connection;
  if (value.state !== state || value.error?.status !== error?.status) {
    connection.value = { state, ...(error && { error }) };
  }
  return error;
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Ours is `{ error: { message } }`; a guard of the application responds with `{ message, error: 'Forbidden' }`. */
function errorOf(value: Readonly<Record<string, unknown>> | null): ConsoleError {
  const own = value?.['error'];
  if (isConsoleError(own)) return { ...NO_ERROR, ...own };
  const message = [value?.['message'], own].flat().find((each) => typeof each === 'string');
  return { ...NO_ERROR, message: typeof message === 'string' ? message : '' };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isConsoleError = (value: unknown): value is ConsoleError =>
  isObject(value) && typeof value['message'] === 'string';
