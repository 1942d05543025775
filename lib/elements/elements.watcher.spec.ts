import { execFile } from 'node:child_process';
import {
  type FSWatcher,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ElementsWatcher } from './elements.watcher.js';
import type { WatchFolder } from './watched-folders.js';
import { removeElement, writeElement } from './write-element.js';

const POLL = { timeout: 10_000, interval: 5 };

let root: string;
let directory: string;
let told: string[];
let errors: Error[];
let watching: ElementsWatcher | undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'watch-'));
  directory = join(root, 'SMS');
  mkdirSync(directory);
  told = [];
  errors = [];
});
afterEach(() => {
  vi.useRealTimers();
  watching?.close();
  watching = undefined;
  rmSync(root, { recursive: true });
});

const handlers = {
  onChange: (name: string) => void told.push(name),
  onError: (error: Error) => void errors.push(error),
};
function start(): void {
  watching = new ElementsWatcher(directory, handlers);
}
const path = (...parts: string[]) => join(directory, ...parts);
const write = (name: string, version = 1, into = directory) =>
  writeElement(into, { name, title: 'a', type: 'SMS.Aliyun', values: { version } });

/** Waits until something that happens last is told, so that all before it has been told as well. */
async function toldUpToNow(into = directory): Promise<string[]> {
  await write('last', 1, into);
  await expect.poll(() => told, POLL).toContain('last');
  return told.filter((name) => name !== 'last');
}
/** Changes an element, and waits until the system has told it to watchers. */
async function changeIsSeen(name: string): Promise<void> {
  const seen = new Promise((resolve) => {
    const watcher = watch(path(name), () => {
      watcher.close();
      resolve(undefined);
    });
  });
  await write(name, 2);
  await seen;
}
/** What was told, once it is so many. */
async function firstTold(count = 1): Promise<string[]> {
  await expect.poll(() => told.length, POLL).toBeGreaterThanOrEqual(count);
  return told;
}

describe('ElementsWatcher', () => {
  it('tells an element that is added, once for both of its files', async () => {
    start();
    mkdirSync(path('login'));
    writeFileSync(path('login', 'sms.json'), '{}');
    writeFileSync(path('login', 'e.json'), '{}');
    expect(await toldUpToNow()).toEqual(['login']);
  });

  it('tells a file that is written into a folder that was there, and a later one too', async () => {
    mkdirSync(path('login'));
    start();
    writeFileSync(path('login', 'sms.json'), '{}');
    expect(await firstTold()).toEqual(['login']);
    writeFileSync(path('login', 'e.json'), '{}');
    expect(await firstTold(2)).toEqual(['login', 'login']);
  });

  it('tells a change of an element that was there, and of no other', async () => {
    await write('login');
    await write('alarm');
    start();
    writeFileSync(path('login', 'sms.json'), '{"version":2}');
    expect(await toldUpToNow()).toEqual(['login']);
  });

  it('tells a change of an element that came while watching', async () => {
    start();
    await write('login');
    expect(await firstTold()).toEqual(['login']);
    writeFileSync(path('login', 'sms.json'), '{"version":2}');
    expect(await firstTold(2)).toEqual(['login', 'login']);
  });

  it('tells a file that an editor saves by rename, and so again', async () => {
    await write('login');
    start();
    for (const [index, text] of ['{"a":1}', '{"a":2}'].entries()) {
      writeFileSync(path('login', 'sms.json~'), text);
      renameSync(path('login', 'sms.json~'), path('login', 'sms.json'));
      expect(await firstTold(index + 1)).toHaveLength(index + 1);
    }
  });

  it('tells an element of which a file is removed', async () => {
    await write('login');
    start();
    rmSync(path('login', 'e.json'));
    expect(await firstTold()).toEqual(['login']);
  });

  it('tells an element that is removed, once', async () => {
    await write('login');
    start();
    await removeElement(directory, 'login');
    expect(await toldUpToNow()).toEqual(['login']);
  });

  it('tells a folder that came back after it was removed', async () => {
    await write('login');
    start();
    rmSync(path('login'), { recursive: true });
    expect(await firstTold()).toEqual(['login']);
    await write('login');
    expect(await firstTold(2)).toEqual(['login', 'login']);
  });

  it('goes on watching a folder that was replaced by another at once', async () => {
    await write('login');
    start();
    rmSync(path('login'), { recursive: true });
    await write('login', 2);
    expect(await firstTold()).toEqual(['login']);
    writeFileSync(path('login', 'sms.json'), '{"version":3}');
    expect(await firstTold(2)).toEqual(['login', 'login']);
  });

  it('tells both names of a folder that is renamed', async () => {
    await write('login');
    start();
    renameSync(path('login'), path('alarm'));
    expect((await toldUpToNow()).toSorted()).toEqual(['alarm', 'login']);
  });

  it('does not tell a touch', async () => {
    await write('login');
    start();
    utimesSync(path('login', 'sms.json'), 1, 1);
    expect(await toldUpToNow()).toEqual([]);
  });

  it('does not tell a rewrite with the same bytes', async () => {
    await write('login');
    start();
    await write('login');
    expect(await toldUpToNow()).toEqual([]);
  });

  it('does not tell other files, hidden folders and folders without files', async () => {
    await write('login');
    start();
    writeFileSync(path('login', 'notes.txt'), 'a');
    writeFileSync(path('README'), 'a');
    mkdirSync(path('empty'));
    await write('.hidden').catch(() => {});
    mkdirSync(path('.hidden'));
    writeFileSync(path('.hidden', 'e.json'), '{}');
    expect(await toldUpToNow()).toEqual([]);
  });

  it('tells a folder whose name breaks the rules, so that reading it tells why', async () => {
    start();
    mkdirSync(path('my login'));
    writeFileSync(path('my login', 'e.json'), '{}');
    expect(await firstTold()).toEqual(['my login']);
  });

  it('tells elements of a directory that is created later, several folders deep', async () => {
    directory = join(root, 'a', 'b', 'SMS');
    start();
    mkdirSync(join(root, 'a'));
    await write('login');
    expect(await firstTold()).toEqual(['login']);
    writeFileSync(path('login', 'sms.json'), '{"version":2}');
    expect(await firstTold(2)).toEqual(['login', 'login']);
  });

  it('tells all elements when the directory goes, and when it comes back', async () => {
    await write('login');
    start();
    renameSync(directory, join(root, 'away'));
    expect(await firstTold()).toEqual(['login']);
    renameSync(join(root, 'away'), directory);
    expect(await firstTold(2)).toEqual(['login', 'login']);
    await write('login', 2);
    expect(await firstTold(3)).toEqual(['login', 'login', 'login']);
  });

  it('goes on watching a directory that was replaced by another at once', async () => {
    await write('login');
    start();
    rmSync(directory, { recursive: true });
    mkdirSync(directory);
    expect(await firstTold()).toEqual(['login']);
    await write('alarm');
    expect(await firstTold(2)).toEqual(['login', 'alarm']);
  });

  it('goes on through a storm of folders that another process makes and removes', async () => {
    directory = join(root, 'a', 'SMS');
    start();
    const storm = `const { mkdirSync, rmSync } = require('node:fs');
      for (let i = 0; i < 200; i++) {
        mkdirSync('a/SMS/login', { recursive: true });
        rmSync('a', { recursive: true });
      }`;
    await promisify(execFile)(process.execPath, ['-e', storm], { cwd: root });
    await write('login');
    expect(await firstTold()).toEqual(['login']);
    expect(errors).toEqual([]);
  });

  describe('with links', () => {
    /** Swaps a link as Kubernetes does: by renaming another over it. */
    function swap(link: string, target: string): void {
      symlinkSync(target, `${link}.new`);
      renameSync(`${link}.new`, link);
    }

    it('tells the swap of a link inside the folder of an element', async () => {
      mkdirSync(path('login', '..1'), { recursive: true });
      mkdirSync(path('login', '..2'));
      writeFileSync(path('login', '..1', 'sms.json'), '{"version":1}');
      writeFileSync(path('login', '..2', 'sms.json'), '{"version":2}');
      symlinkSync('..1', path('login', '..data'));
      symlinkSync('..data/sms.json', path('login', 'sms.json'));
      start();
      swap(path('login', '..data'), '..2');
      expect(await firstTold()).toEqual(['login']);
    });

    it('tells the swap of a hidden link of the directory through which folders are linked', async () => {
      await write('login', 1, path('..1'));
      await write('login', 2, path('..2'));
      symlinkSync('..1', path('..data'));
      symlinkSync('..data/login', path('login'));
      start();
      swap(path('..data'), '..2');
      expect(await firstTold()).toEqual(['login']);
      writeFileSync(path('..2', 'login', 'sms.json'), '{"version":3}');
      expect(await firstTold(2)).toEqual(['login', 'login']);
    });

    it('tells the swap of the directory itself', async () => {
      await write('login', 1, join(root, 'v1'));
      await write('login', 2, join(root, 'v2'));
      rmSync(directory, { recursive: true });
      symlinkSync('v1', directory);
      start();
      swap(directory, 'v2');
      expect(await firstTold()).toEqual(['login']);
      await write('login', 3, join(root, 'v2'));
      expect(await firstTold(2)).toEqual(['login', 'login']);
    });

    it('tells a change of the file to which one leads', async () => {
      await write('login');
      mkdirSync(join(root, 'secrets'));
      renameSync(path('login', 'sms.json'), join(root, 'secrets', 'login.json'));
      symlinkSync('../../secrets/login.json', path('login', 'sms.json'));
      start();
      writeFileSync(join(root, 'secrets', 'login.json'), '{"version":2}');
      expect(await firstTold()).toEqual(['login']);
    });
  });

  it('tells nothing after it was closed, and may be closed twice', async () => {
    await write('login');
    start();
    await changeIsSeen('login');
    watching!.close();
    watching!.close();
    const other = new ElementsWatcher(directory, {
      onChange: (name) => told.push(`other ${name}`),
      onError: () => {},
    });
    await write('alarm');
    expect(await firstTold()).toEqual(['other alarm']);
    other.close();
  });

  it('hands what onChange throws to onError', async () => {
    watching = new ElementsWatcher(directory, {
      ...handlers,
      onChange: (name) => {
        throw new Error(name);
      },
    });
    await write('login');
    await expect.poll(() => errors).toEqual([new Error('login')]);
  });
});

describe('ElementsWatcher in detail', () => {
  let watchers: Map<string, FSWatcher>;

  const recording: WatchFolder = (folder, options, listener) => {
    const watcher = watch(folder, options, listener);
    watchers.set(folder, watcher);
    return watcher;
  };
  function startWith(watchFolder: WatchFolder): void {
    watching = new ElementsWatcher(directory, handlers, watchFolder);
  }

  beforeEach(() => {
    watchers = new Map();
  });

  it('waits until there were no events for 100 ms', async () => {
    await write('login');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let onEvent = () => {};
    startWith((folder, options, listener) =>
      watch(folder, options, (...event) => {
        listener(...event);
        onEvent();
      }),
    );
    for (const file of ['sms.json', 'e.json']) {
      const event = new Promise<void>((resolve) => (onEvent = resolve));
      writeFileSync(path('login', file), '{}');
      await event;
      vi.advanceTimersByTime(99);
    }
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['login']);
  });

  it('holds nothing that keeps the process alive', async () => {
    await write('login');
    const held = () => process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate');
    const before = held();
    startWith(recording);
    watchers.get(path('login'))!.emit('change', 'change', 'e.json');
    watchers.get(path('login'))!.emit('error', new Error('lost'));
    expect(held()).toEqual(before);
  });

  it('tells an error of a watcher, and watches the folder again', async () => {
    await write('login');
    startWith(recording);
    // The watcher looks once more for what came while it started.
    await new Promise(setImmediate);
    watchers.get(path('login'))!.emit('error', new Error('lost'));
    expect(errors).toEqual([new Error('lost')]);
    writeFileSync(path('login', 'sms.json'), '{"version":2}');
    expect(await firstTold()).toEqual(['login']);
  });

  it('tells once of a folder that cannot be watched, and goes on with the others', async () => {
    await write('login');
    startWith((folder, options, listener) => {
      if (folder === path('login')) throw new Error('ENOSPC');
      return recording(folder, options, listener);
    });
    await write('alarm');
    expect(await firstTold()).toEqual(['alarm']);
    expect(errors).toEqual([new Error('ENOSPC')]);
  });

  it('does not tell the error of a folder that is gone', async () => {
    await write('login');
    startWith(recording);
    rmSync(path('login'), { recursive: true });
    watchers.get(path('login'))!.emit('error', new Error('EPERM'));
    expect(await firstTold()).toEqual(['login']);
    expect(errors).toEqual([]);
  });

  it('does not tell of a folder that was gone for the moment in which it was to be watched', async () => {
    await write('login');
    let tries = 0;
    startWith((folder, options, listener) => {
      if (folder !== path('login') || ++tries > 1) return recording(folder, options, listener);
      throw Object.assign(new Error('no such file or directory'), { code: 'ENOENT' });
    });
    await expect.poll(() => tries, POLL).toBe(2);
    expect(errors).toEqual([]);
  });

  it('opens no other watcher once onError has closed it', async () => {
    startWith((folder, options, listener) => {
      if (folder !== path('alarm')) return recording(folder, options, listener);
      watching!.close();
      throw new Error('ENOSPC');
    });
    mkdirSync(path('alarm'));
    mkdirSync(path('login'));
    await expect.poll(() => errors, POLL).toHaveLength(1);
    expect([...watchers.keys()]).not.toContain(path('login'));
  });
});
