/** Why a request failed: there was no response, or the server refused it. */
export type Problem =
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** The server's own words, in English. */
      readonly details: string;
    };

export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(readonly problem: Problem) {
    super(problem.kind === 'refused' ? problem.details : 'The server does not respond');
  }
}

/** Calls a JSON interface. The type of the response is the one that its wire file declares. */
export async function request<T>(method: string, url: string, body?: unknown): Promise<T> {
  let response: Response;
  let value: unknown;
  try {
    response = await fetch(url, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    value = await response.json();
  } catch {
    throw new RequestError({ kind: 'unreachable' });
  }
  if (response.ok) return value as T;
  throw new RequestError({ kind: 'refused', status: response.status, details: detailsOf(value) });
}

/** What went wrong in an action; anything but a `RequestError` is a fault of the page and goes on. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestError) return error.problem;
  throw error;
}

function detailsOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'error' in value ? String(value.error) : '';
}
