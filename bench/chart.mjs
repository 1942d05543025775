/** CPU of a call and calls a second as an SVG that reads on light and dark pages alike. */
const WIDTH = 760;
const ROW = 26;
const LABEL = 330;
const BAR = 340;

export function chart({ stamp, contenders }) {
  const { machine, versions } = stamp;
  const sections = [
    section('CPU per call, µs (less is better)', contenders, ({ cpu }) => cpu, 1),
    section('Calls per second, 64 at once (more is better)', contenders, ({ rate }) => rate, 0),
  ];
  const step = 50 + contenders.length * ROW;
  const height = sections.length * step + 46;
  const sdk = versions['@alicloud/dysmsapi20170525'];
  const notes = [
    `nestjs-aliyun-sms ${versions['nestjs-aliyun-sms']}, SDK ${sdk}, pop-core ${versions['@alicloud/pop-core']}, undici ${versions.undici}, Node ${machine.node}`,
    `${machine.cpu}, ${machine.cores} cores, ${stamp.at.slice(0, 10)}; medians of ${stamp.rounds} rounds, the line is the quartiles`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="CPU per call and calls per second of nestjs-aliyun-sms, Aliyun's SDKs and a bare POST">
<style>
  text { font: 13px system-ui, sans-serif; fill: #57606a }
  .title { font-weight: 600; fill: #24292f }
  .ours { fill: #1a7f37 } .theirs { fill: #b35900 } .floor { fill: #8c959f }
  line { stroke: #24292f; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #9198a1 } .title { fill: #e6edf3 }
    .ours { fill: #3fb950 } .theirs { fill: #db8a3c } .floor { fill: #6e7681 }
    line { stroke: #e6edf3 }
  }
</style>
${sections.map((content, i) => `<g transform="translate(0 ${i * step})">\n${content}\n</g>`).join('\n')}
${notes.map((note, i) => `<text x="0" y="${height - 26 + i * 18}" font-size="11">${escape(note)}</text>`).join('\n')}
</svg>
`;
}

function section(title, contenders, figure, digits) {
  const most = Math.max(...contenders.map((contender) => figure(contender).high));
  const x = (value) => (LABEL + (value / most) * BAR).toFixed(1);
  const rows = contenders.map((contender, i) => {
    const { median, low, high } = figure(contender);
    const y = 40 + i * ROW;
    const middle = y + ROW / 2 - 4;
    return `<text x="0" y="${y + 14}">${escape(contender.title)}</text>
<rect class="${family(contender.name)}" x="${LABEL}" y="${y}" width="${(x(median) - LABEL).toFixed(1)}" height="${ROW - 8}" rx="2"/>
<line x1="${x(low)}" x2="${x(high)}" y1="${middle}" y2="${middle}"/>
<text x="${Number(x(high)) + 8}" y="${y + 14}">${median.toFixed(digits)}</text>`;
  });
  return `<text class="title" x="0" y="22">${escape(title)}</text>\n${rows.join('\n')}`;
}

function family(name) {
  if (name === 'floor') return 'floor';
  return ['sdk', 'popCore'].includes(name) ? 'theirs' : 'ours';
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
