/** Browser module: the templates and signs of instances, asked for once until somebody asks again. */
export const CATALOGUE_SCRIPT = String.raw`
import { call, instancePath } from './api.js';

/** More than so many are typed by hand rather than chosen. */
const MOST_PAGES = 4;
const answers = new Map();

/** kind: 'templates' or 'signs'. */
export function pageOf(name, kind, page) {
  const key = [name, kind, page].map(encodeURIComponent).join('/');
  if (!answers.has(key)) {
    const answer = call('GET', instancePath(name, kind) + '?page=' + page);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
  }
  return answers.get(key);
}

export function forgetPages(name) {
  for (const key of answers.keys()) if (key.startsWith(encodeURIComponent(name) + '/')) answers.delete(key);
}

export async function templatesOf(name) {
  const { total, pageSize, templates } = await pageOf(name, 'templates', 1);
  const last = Math.min(MOST_PAGES, Math.ceil(total / pageSize) || 1);
  const more = await Promise.all(Array.from({ length: last - 1 }, (_, i) => pageOf(name, 'templates', i + 2)));
  return [...templates, ...more.flatMap((each) => each.templates)];
}
`;
