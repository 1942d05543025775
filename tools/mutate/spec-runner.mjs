// Runs specs against a mutant in another process, which is killed when the mutant hangs in it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./spec-process.mjs', import.meta.url));

export class SpecRunner {
  #args;
  /** Milliseconds without the end of a test after which the run hangs: a test may take its time twice. */
  #patience;
  #process;
  specs = [];

  constructor(root, { testTimeout, exclude }) {
    this.#patience = 6 * testTimeout;
    this.#args = [root, String(testTimeout), ...exclude];
  }

  async start() {
    this.#process = fork(PROGRAM, this.#args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const { specs } = await this.#answer(120_000);
    this.specs = specs;
  }

  /** Returns the first failure, if there is one, and what each spec took and came by. */
  async run(order) {
    if (!this.#process) await this.start();
    this.#process.send(order);
    const answer = await this.#answer(this.#patience);
    if (answer === undefined) {
      await this.stop();
      return {
        failure: { spec: '-', test: 'the whole run', text: '', hangs: true },
        specs: [],
      };
    }
    if (answer.exit) {
      return { failure: { spec: '-', test: 'the process', text: answer.exit }, specs: [] };
    }
    if (answer.error) throw new Error(`The specs could not be run: ${answer.error}`);
    return answer.result;
  }

  async stop() {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null) return;
    const exited = once(running, 'exit');
    running.kill('SIGKILL');
    await exited;
  }

  /** Undefined if none came in time. */
  #answer(patience) {
    const running = this.#process;
    return new Promise((resolve) => {
      const end = (answer) => {
        clearTimeout(timer);
        running.off('message', onMessage).off('exit', onExit);
        resolve(answer);
      };
      const onExit = (code, signal) => {
        this.#process = undefined;
        end({ exit: `ended with ${signal ?? code}` });
      };
      const onMessage = (message) => {
        if (message.isAlive) timer.refresh();
        else end(message);
      };
      const timer = setTimeout(() => end(undefined), patience);
      running.on('message', onMessage).on('exit', onExit);
    });
  }
}
