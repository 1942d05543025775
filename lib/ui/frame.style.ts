/** What our pages have in common around their content: header, views, keys, cards, bubbles. */
export const FRAME_STYLE = String.raw`
.top {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
  align-items: center;
  gap: 16px;
  padding: 10px 16px;
  background: var(--surface);
  border-bottom: 1px solid var(--line);
}
.brand { display: flex; align-items: center; gap: 10px; min-width: 0; }
.brand h1 { font-size: 15px; font-weight: 650; white-space: nowrap; }
.mark { width: 26px; height: 26px; border-radius: 8px; background: var(--accent); position: relative; flex: none; }
.mark::after { content: ''; position: absolute; inset: 7px 6px 9px; border-radius: 3px; background: var(--on-accent); }
.mark::before { content: ''; position: absolute; left: 9px; bottom: 5px; border: 4px solid transparent; border-top-color: var(--on-accent); border-left-color: var(--on-accent); border-bottom-width: 0; }
.tools { display: flex; justify-content: flex-end; gap: 8px; }

.tabs { display: flex; gap: 4px; padding: 3px; border-radius: 10px; background: var(--raised); }
.tabs a, .tabs button {
  display: grid;
  place-items: center;
  flex: 1;
  min-height: 30px;
  padding: 0 12px;
  border: 0;
  border-radius: 8px;
  background: none;
  color: inherit;
  font-size: 13px;
  text-decoration: none;
  white-space: nowrap;
  cursor: pointer;
}
.tabs a:hover, .tabs button:hover { color: var(--accent); }
.tabs [aria-current='page'], .tabs [aria-selected='true'], .tabs [aria-pressed='true'] { background: var(--surface); font-weight: 600; box-shadow: 0 1px 2px #0000001f; }

.keys { padding: 5px 16px; border-top: 1px solid var(--line); background: var(--surface); color: var(--muted); font-size: 12px; text-align: center; }

.card { border: 1px solid var(--line); border-radius: 14px; background: var(--surface); }
.bubble {
  width: fit-content;
  max-width: 100%;
  padding: 10px 14px;
  border-radius: 18px 18px 18px 5px;
  background: var(--raised);
  font-size: 15px;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}
.facts { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; color: var(--muted); font-size: 12px; }
.facts:empty { display: none; }
.facts time { font-variant-numeric: tabular-nums; }
.pairs { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 5px 16px; font-size: 13px; }
.pairs dt { color: var(--muted); }
.pairs dd { overflow-wrap: anywhere; }
.nothing { padding: 24px 16px; color: var(--muted); text-align: center; }
.chip.warn { background: var(--accent-ground); color: var(--accent); }
.chip.live::before { content: ''; width: 7px; height: 7px; border-radius: 50%; background: currentColor; }
.button:disabled { opacity: 0.55; cursor: default; }
.button.danger { color: var(--bad); }
.button.danger:hover { border-color: var(--bad); background: var(--bad-ground); }
.button.danger.primary { border-color: var(--bad); background: var(--bad); color: light-dark(#ffffff, #1c0d0d); }
a.button { color: inherit; text-decoration: none; }
a.button.primary { color: var(--on-accent); }
.field[aria-invalid='true'] { border-color: var(--bad); }
.field[aria-invalid='true']:focus { outline-color: var(--bad); }
.field:disabled { opacity: 0.7; }
textarea.field { min-height: 34px; resize: vertical; line-height: 1.5; }
`;
