/** How a number of calls is made and what it is measured by. */

/** Calls, so many at once, and what each cost this process. */
export async function timed(call, { calls, atOnce, recipients = 1 }) {
  const latencies = new Float64Array(atOnce === 1 ? calls : 0);
  let next = 0;
  const lane = async () => {
    while (next < calls) {
      const i = next++;
      const started = performance.now();
      const code = await call(i, recipients);
      if (code !== 'OK') throw new Error(`answered ${code}`);
      if (atOnce === 1) latencies[i] = performance.now() - started;
    }
  };
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    cpu: (user + system) / calls,
    rate: calls / seconds,
    latency: atOnce === 1 ? latencies.sort()[calls >> 1] * 1000 : undefined,
    rss: process.memoryUsage.rss() / 2 ** 20,
  };
}

/** Messages in bulk: CPU of all of them, and how far the memory rises above that of the idle process. */
export async function timedBulk(sms, messages) {
  function* source(count) {
    for (let i = 0; i < count; i++) {
      yield {
        phoneList: [String(13_000_000_000 + i)],
        params: { code: '123456' },
        verifyTemplateCode: 'SMS_123456789',
      };
    }
  }
  // Opens the connections and has the code compiled.
  for await (const _ of sms.sendMessages(source(2000)));
  const idle = process.memoryUsage.rss();
  let peak = idle;
  let accepted = 0;
  const cpu = process.cpuUsage();
  const started = performance.now();
  for await (const { outcome } of sms.sendMessages(source(messages))) {
    if (outcome === 'accepted') accepted++;
    if (accepted % 4096 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  if (accepted !== messages) throw new Error(`${accepted} of ${messages} were accepted`);
  const { user, system } = process.cpuUsage(cpu);
  return {
    cpuSeconds: (user + system) / 1e6,
    seconds: (performance.now() - started) / 1000,
    memory: (peak - idle) / 2 ** 20,
  };
}

export function median(values) {
  return quantile(values, 0.5);
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  return below + (sorted[Math.ceil(at)] - below) * (at % 1);
}

/** The median with the quartiles around it: one slow round says nothing. */
export function summary(values) {
  return {
    median: median(values),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
  };
}
