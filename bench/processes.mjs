/** The processes of the bench: a server, and a child for each contender, which take turns. */
import { fork } from 'node:child_process';

const at = (file) => new URL(file, import.meta.url);
const running = new Set();

function start(file, argument, execArgv = []) {
  const child = fork(at(file), argument ? [JSON.stringify(argument)] : [], { execArgv });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** The next message of a child; that it ends instead is an error. */
function answerOf(child) {
  return new Promise((resolve, reject) => {
    const onExit = (code) => reject(new Error(`a child of the bench ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      if (message.error) reject(new Error(message.error));
      else resolve(message);
    });
  });
}

/** Ours, or one that is there already: then nobody counts its sockets. */
export async function startServer(origin) {
  if (origin) return { origin, peak: async () => undefined };
  const child = start('./server.mjs');
  const answered = await answerOf(child);
  return {
    origin: answered.origin,
    /** Most sockets that were open since it was asked last. */
    async peak() {
      const answer = answerOf(child);
      child.send('peak');
      return (await answer).peak;
    },
  };
}

export async function startChild(setting) {
  const child = start('./child.mjs', setting);
  const ask = async (task) => {
    const answer = answerOf(child);
    if (task) child.send(task);
    return (await answer).result;
  };
  await ask();
  return {
    run: (task) => ask({ task: 'run', ...task }),
    register: (count) => ask({ task: 'register', count }),
    bulk: (messages) => ask({ task: 'bulk', messages }),
    stop: () => child.disconnect(),
  };
}

export function coldStartProcess(setting) {
  return answerOf(start('./cold-start-child.mjs', setting, ['--expose-gc']));
}

export function stopAll() {
  for (const child of running) child.kill();
}
