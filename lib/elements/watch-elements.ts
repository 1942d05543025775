import { type ElementHandlers, ElementsWatcher } from './elements.watcher.js';

/**
 * Watches a directory of elements, which need not exist yet, and tells the name of each element whose files
 * were added, changed or removed, once they have settled. A name may be one that `readElement` refuses.
 */
export async function watchElements(
  directory: string,
  handlers: ElementHandlers,
): Promise<{ close(): Promise<void> }> {
  const watcher = new ElementsWatcher(directory, handlers);
  return { close: () => watcher.close() };
}
