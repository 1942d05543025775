/** Colours, spaces and type of our pages: light, dark, and what the reader's system prefers. */
export const TOKENS_STYLE = String.raw`
:root {
  color-scheme: light dark;
  --font: system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  --radius: 10px;
  --ground: light-dark(#f3f4f6, #101317);
  --surface: light-dark(#ffffff, #181c22);
  --raised: light-dark(#eef0f3, #232932);
  --hover: light-dark(#f6f7f9, #1e242c);
  --line: light-dark(#dfe3e8, #2c333d);
  --text: light-dark(#1a1f26, #e8ebef);
  --muted: light-dark(#5b6672, #98a3b0);
  --accent: light-dark(#c2410c, #fb923c);
  --accent-ground: light-dark(#fff1e8, #33221a);
  --on-accent: light-dark(#ffffff, #1c1008);
  --good: light-dark(#15803d, #4ade80);
  --good-ground: light-dark(#e7f6ec, #15291d);
  --bad: light-dark(#b91c1c, #f87171);
  --bad-ground: light-dark(#fdecec, #321a1c);
  --shadow: 0 1px 2px light-dark(#0f172a14, #00000066), 0 12px 32px light-dark(#0f172a14, #0000004d);
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
`;
