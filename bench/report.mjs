/** The results as tables on the terminal. */
const fixed = (digits) => (value) => (value === undefined ? '-' : value.toFixed(digits));
const whole = fixed(0);
const tenth = fixed(1);
const hundredth = fixed(2);
const spread = (format, { median, low, high }) =>
  `${format(median)} (${format(low)}..${format(high)})`;

export function print({ stamp, contenders, coldStart, curves }) {
  const { machine, versions } = stamp;
  console.log(
    `\n${machine.cpu}, ${machine.cores} cores, ${machine.memory}, ${machine.system}, Node ${machine.node}`,
  );
  console.log(
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  );
  if (contenders) printContenders(contenders, stamp.rounds);
  if (coldStart) printColdStart(coldStart);
  if (curves) printCurves(curves);
}

function printContenders(contenders, rounds) {
  console.log(`\nMedians of ${rounds} rounds, in brackets the quartiles; 64 calls at once`);
  table(
    ['', 'CPU µs/call', 'calls/s', 'RSS MB', 'latency µs, 1 at once'],
    contenders.map(({ title, cpu, rate, rss, latency }) => [
      title,
      spread(tenth, cpu),
      spread(whole, rate),
      whole(rss),
      spread(whole, latency),
    ]),
  );
  console.log('\nRatios, each within its round');
  table(
    ['', 'CPU / SDK', 'calls/s / SDK', 'CPU / floor', 'latency - floor, µs'],
    contenders.map(({ title, toSdk, toFloor }) => [
      title,
      toSdk ? spread(hundredth, toSdk.cpu) : '-',
      toSdk ? spread(hundredth, toSdk.rate) : '-',
      toFloor ? spread(hundredth, toFloor.cpu) : '-',
      toFloor ? spread(whole, toFloor.latencyMore) : '-',
    ]),
  );
}

function printColdStart({ rounds, sdk, module, ratio }) {
  console.log(
    `\nCold start, medians of ${rounds} processes each: from \`node\` to the first accepted message, over Nest alone`,
  );
  const row = (title, { wall, cpu, rss, heap }, format) => [
    title,
    ...[wall, cpu, rss, heap].map(format),
  ];
  table(
    ['', 'time ms', 'CPU ms', 'RSS MB', 'heap MB'],
    [
      row('Nest and the SDK', sdk, tenth),
      row('Nest and an instance', module, tenth),
      row('ratio', ratio, hundredth),
    ],
  );
}

function printCurves({ recipients, atOnce, instances, burst, bulk }) {
  console.log('\nRecipients of a call: CPU µs per recipient');
  table(
    ['', ...recipients.map(({ count }) => String(count))],
    [
      ['sms.sendMessage', ...recipients.map((point) => hundredth(point.sendMessage))],
      ['SDK', ...recipients.map((point) => hundredth(point.sdk))],
    ],
  );
  console.log('\nCalls at once: CPU µs per call');
  table(
    ['', ...atOnce.map(({ count }) => String(count))],
    [['sms.sendMessage', ...atOnce.map((point) => tenth(point.sendMessage))]],
  );
  console.log('\nInstances of one account');
  table(
    ['', ...instances.map(({ count }) => String(count))],
    [
      ['loading and registering, CPU ms', ...instances.map(({ boot }) => whole(boot))],
      ['sending in turn, CPU µs per call', ...instances.map((point) => tenth(point.sendMessage))],
      ['sockets', ...instances.map(({ sockets }) => whole(sockets))],
    ],
  );
  console.log(
    `\nSockets of 1000 sends at once: sms.sendMessage ${whole(burst.sendMessage)}, SDK ${whole(burst.sdk)}`,
  );
  console.log('\nEqual messages through sms.sendMessages');
  table(
    ['', ...bulk.map(({ count }) => String(count))],
    [
      ['CPU s', ...bulk.map(({ cpuSeconds }) => hundredth(cpuSeconds))],
      ['time s', ...bulk.map(({ seconds }) => hundredth(seconds))],
      ['memory above idle, MB', ...bulk.map(({ memory }) => whole(memory))],
    ],
  );
}

function table(head, rows) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  for (const row of [head, ...rows]) {
    const [first, ...rest] = row.map((cell, i) =>
      i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]),
    );
    console.log([first, ...rest].join('  '));
  }
}
