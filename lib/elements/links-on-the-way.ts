import { accessSync, constants, readlinkSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, resolve, sep } from 'node:path';

/** As many as Linux follows. */
const MAX_LINKS = 40;

/**
 * Returns the folders that hold a link on the way to a path, each with the names of these links: the path leads
 * elsewhere as soon as one of them is replaced. Folders that this process must not list are left out.
 */
export function linksOnTheWay(path: string): Map<string, string[]> {
  const links = new Map<string, string[]>();
  const rest = partsOf(resolve(path));
  let folder = parse(resolve(path)).root;
  for (let followed = 0; rest.length > 0 && followed < MAX_LINKS;) {
    const name = rest.shift()!;
    const target = name === '..' ? undefined : linkTarget(join(folder, name));
    if (target === undefined) {
      folder = name === '..' ? dirname(folder) : join(folder, name);
      continue;
    }
    followed++;
    if (isReadable(folder)) links.set(folder, [...(links.get(folder) ?? []), name]);
    if (isAbsolute(target)) folder = parse(target).root;
    rest.unshift(...partsOf(target));
  }
  return links;
}

function partsOf(path: string): string[] {
  return path
    .slice(parse(path).root.length)
    .split(sep)
    .filter((part) => part !== '' && part !== '.');
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    // It is no link, or is not there.
    return undefined;
  }
}

function isReadable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
