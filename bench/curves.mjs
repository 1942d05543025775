/** How the cost of a call grows with what is asked of it. */
import { median } from './measure.mjs';
import { startChild } from './processes.mjs';

export async function curves(server, target, { effort }) {
  const rounds = effort >= 1 ? 7 : 3;
  return {
    recipients: await recipients(target, rounds, effort),
    atOnce: await atOnce(target, rounds, effort),
    instances: await instances(server, target, rounds, effort),
    burst: await burst(server, target),
    bulk: await bulk(target, effort),
  };
}

/** CPU of a recipient, by how many share a call. */
async function recipients(target, rounds, effort) {
  const points = [1, 10, 100, 1000];
  const calls = (n) => Math.ceil((n > 100 ? 250 : 2500) * effort);
  const series = await interleaved(target, ['sendMessage', 'sdk'], points, rounds, (n) => ({
    calls: calls(n),
    atOnce: Math.min(64, calls(n)),
    recipients: n,
  }));
  return points.map((count, i) => ({
    count,
    sendMessage: series.sendMessage[i] / count,
    sdk: series.sdk[i] / count,
  }));
}

/** CPU of a call, by how many are on their way. */
async function atOnce(target, rounds, effort) {
  const points = [1, 4, 16, 64, 256, 1024];
  const series = await interleaved(target, ['sendMessage'], points, rounds, (n) => ({
    calls: Math.ceil(6000 * effort),
    atOnce: n,
  }));
  return points.map((count, i) => ({ count, sendMessage: series.sendMessage[i] }));
}

async function interleaved(target, names, points, rounds, task) {
  const result = {};
  for (const contender of names) {
    const child = await startChild({ ...target, contender });
    for (const point of points) await child.run(task(point));
    const costs = points.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [i, point] of points.entries()) costs[i].push((await child.run(task(point))).cpu);
    }
    child.stop();
    result[contender] = costs.map(median);
  }
  return result;
}

/** What registering costs, and sending through all of them in turn. */
async function instances(server, target, rounds, effort) {
  const found = [];
  for (const count of effort < 0.1 ? [1, 1000] : [1, 10, 100, 1000]) {
    const child = await startChild(target);
    const registered = await child.register(count);
    await server.peak();
    const calls = Math.ceil(6000 * effort);
    await child.run({ calls, atOnce: 64 });
    const costs = [];
    for (let round = 0; round < rounds; round++) {
      costs.push((await child.run({ calls, atOnce: 64 })).cpu);
    }
    const sockets = await server.peak();
    child.stop();
    found.push({ count, boot: registered.milliseconds, sendMessage: median(costs), sockets });
  }
  return found;
}

/** Sockets of a thousand sends at once. */
async function burst(server, target) {
  const sockets = {};
  for (const contender of ['sendMessage', 'sdk']) {
    const child = await startChild({ ...target, contender });
    await server.peak();
    await child.run({ calls: 1000, atOnce: 1000 });
    sockets[contender] = await server.peak();
    child.stop();
    // Its sockets must not be counted with those of the next one.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await server.peak();
  }
  return sockets;
}

/** Equal messages through sendMessages, each count in a process of its own. */
async function bulk(target, effort) {
  const points = [1_000, 10_000, 100_000, 1_000_000];
  const found = [];
  for (const count of effort < 0.1 ? points.slice(0, 1) : points) {
    const child = await startChild(target);
    found.push({ count, ...(await child.bulk(count)) });
    child.stop();
  }
  return found;
}
