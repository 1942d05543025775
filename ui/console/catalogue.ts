import type {
  ReviewedTemplate,
  SignsAnswer,
  TemplatesAnswer,
} from '../../lib/console/console.wire.ts';
import { api } from './api.ts';

/** More than so many templates are typed by hand rather than chosen. */
const MOST_PAGES = 4;

/** Pages of a list, each asked for once until somebody forgets them. */
class PageCache<Page> {
  readonly #pages = new Map<string, Promise<Page>>();

  constructor(readonly ask: (name: string, page: number) => Promise<Page>) {}

  get(name: string, page: number): Promise<Page> {
    const key = `${encodeURIComponent(name)}/${page}`;
    const known = this.#pages.get(key);
    if (known) return known;
    const response = this.ask(name, page);
    this.#pages.set(key, response);
    response.catch(() => this.#pages.delete(key));
    return response;
  }

  forget(name: string): void {
    for (const key of this.#pages.keys()) {
      if (key.startsWith(`${encodeURIComponent(name)}/`)) this.#pages.delete(key);
    }
  }
}

export const templatePages = new PageCache<TemplatesAnswer>(api.templates);
export const signPages = new PageCache<SignsAnswer>(api.signs);

/** The templates of an instance that are offered in a choice. */
export async function templatesOf(name: string): Promise<ReviewedTemplate[]> {
  const { total, pageSize, templates } = await templatePages.get(name, 1);
  const last = Math.min(MOST_PAGES, Math.ceil(total / pageSize) || 1);
  const more = await Promise.all(
    Array.from({ length: last - 1 }, (_, i) => templatePages.get(name, i + 2)),
  );
  return [...templates, ...more.flatMap((page) => page.templates)];
}
