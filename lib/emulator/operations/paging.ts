import type { Params } from '../http/params.js';
import { BusinessError } from './business.error.js';

/** A page of a list; `pageKey` since Aliyun has two names for the number of the page. */
export function pageOf<T>(all: readonly T[], params: Params, pageKey: string) {
  const page = wholeNumber(params[pageKey] ?? '1', pageKey, Number.MAX_SAFE_INTEGER);
  const size = wholeNumber(params['PageSize'] ?? '10', 'PageSize', 50);
  return { page, size, items: all.slice((page - 1) * size, page * size) };
}

function wholeNumber(text: string, name: string, max: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > max) throw invalidParameter(name);
  return value;
}

export function invalidParameter(name: string): BusinessError {
  return new BusinessError('isv.INVALID_PARAMETERS', `参数${name}格式不正确`);
}
