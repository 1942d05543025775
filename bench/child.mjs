/** One contender in a process of its own: makes calls when it is told to, and tells what they cost. */
import { bootOurs, CONTENDERS } from './contenders.mjs';
import { timed, timedBulk } from './measure.mjs';

const { contender, ...target } = JSON.parse(process.argv[2]);
let call = contender && (await CONTENDERS[contender].setUp(target));

const TASKS = {
  run: (task) => timed(call, task),
  /** Sends so many equal messages in bulk. */
  async bulk({ messages }) {
    const { sms } = await bootOurs(target, { logging: false, telemetry: false });
    return timedBulk(sms, messages);
  },
  /** Registers instances of one account; further runs send through all of them in turn. */
  async register({ count }) {
    const names = Array.from({ length: count }, (_, i) => `i${i}`);
    const cpu = process.cpuUsage();
    const { registry } = await bootOurs(target, { logging: false, telemetry: false }, names);
    const { user, system } = process.cpuUsage(cpu);
    const instances = names.map((name) => registry.get(name));
    call = async (i) => {
      const { code } = await instances[i % count].sendMessage({
        phoneList: [`138${String(i % 1e8).padStart(8, '0')}`],
        params: { code: String(i) },
        verifyTemplateCode: 'SMS_123456789',
      });
      return code;
    };
    return { milliseconds: (user + system) / 1000, rss: process.memoryUsage.rss() / 2 ** 20 };
  },
};

process.on('message', ({ task, ...rest }) => {
  TASKS[task](rest).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: String(error?.stack ?? error) }),
  );
});
process.once('disconnect', () => process.exit());
process.send({ result: 'ready' });
