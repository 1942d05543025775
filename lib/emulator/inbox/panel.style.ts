export const PANEL_STYLE = String.raw`
#panel { overflow-y: auto; min-height: 0; padding: 16px; background: var(--surface); border-left: 1px solid var(--line); }
#panel > header { display: flex; align-items: center; gap: 8px; margin-bottom: 14px; }
#panel > header .tabs { flex: 1; }
.tabs button { padding: 0 8px; }
.stack { display: grid; gap: 12px; }
.stack h3 { font-size: 13px; font-weight: 650; }
.stack .hint { color: var(--muted); font-size: 13px; }
.stack label { display: grid; gap: 3px; color: var(--muted); font-size: 12.5px; }
.stack label .field { color: var(--text); font-size: 14px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; }
.check { display: flex !important; align-items: center; gap: 8px !important; }
.rows { display: grid; gap: 1px; border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; background: var(--line); }
.rows > li { display: flex; align-items: center; gap: 10px; padding: 8px 10px 8px 12px; background: var(--surface); font-size: 13px; }
.rows .main { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.rows .main p { color: var(--muted); font-size: 12.5px; }
.rows .number-text { font-family: var(--mono); font-variant-numeric: tabular-nums; }
.steps { display: flex; flex-wrap: wrap; gap: 6px; }
.error { color: var(--bad); font-size: 13px; }
`;
