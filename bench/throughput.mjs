/** All contenders against one server, a short round each in turn, so that all see the same machine. */
import { CONTENDERS } from './contenders.mjs';
import { summary } from './measure.mjs';
import { startChild } from './processes.mjs';

const AT_ONCE = 64;

export async function compare(target, { names, rounds, roundMilliseconds, warmUpCalls }) {
  const contenders = [];
  for (const name of names) {
    // `before` is our sendMessage out of another build.
    const setting = name === 'before' ? { contender: 'sendMessage', dist: target.against } : {};
    const child = await startChild({ ...target, contender: name, ...setting });
    await child.run({ calls: warmUpCalls, atOnce: AT_ONCE });
    const { rate } = await child.run({ calls: Math.ceil(warmUpCalls / 2), atOnce: AT_ONCE });
    const calls = Math.max(AT_ONCE, Math.ceil((rate * roundMilliseconds) / 1000));
    contenders.push({ name, child, calls, rounds: [] });
  }
  for (let round = 0; round < rounds; round++) {
    // Each round begins with another one, and every other round runs backwards.
    const order = contenders.map((_, i) => contenders[(i + round) % contenders.length]);
    for (const { child, calls, rounds: results } of round % 2 ? order.reverse() : order) {
      const { cpu, rate, rss } = await child.run({ calls, atOnce: AT_ONCE });
      const { latency } = await child.run({ calls: Math.ceil(calls / 8), atOnce: 1 });
      results.push({ cpu, rate, rss, latency });
    }
  }
  for (const { child } of contenders) child.stop();
  return contenders.map(({ name, rounds: own }) => ({
    name,
    title: CONTENDERS[name]?.title ?? 'sms.sendMessage, the other build',
    cpu: summary(own.map(({ cpu }) => cpu)),
    rate: summary(own.map(({ rate }) => rate)),
    latency: summary(own.map(({ latency }) => latency)),
    rss: Math.max(...own.map(({ rss }) => rss)),
    toSdk: ratios(contenders, own, 'sdk'),
    toFloor: ratios(contenders, own, 'floor'),
  }));
}

/** Ratio by ratio of the same round: the noise of a machine that others use stays out. */
function ratios(contenders, own, name) {
  const other = contenders.find((contender) => contender.name === name)?.rounds;
  if (!other) return undefined;
  return {
    cpu: summary(own.map(({ cpu }, i) => cpu / other[i].cpu)),
    rate: summary(own.map(({ rate }, i) => rate / other[i].rate)),
    latencyMore: summary(own.map(({ latency }, i) => latency - other[i].latency)),
  };
}
