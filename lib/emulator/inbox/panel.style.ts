export const PANEL_STYLE = String.raw`
#panel { overflow-y: auto; min-height: 0; padding: 16px; background: var(--surface); border-left: 1px solid var(--line); }
#panel > header { display: flex; align-items: center; gap: 8px; margin-bottom: 14px; }
#panel > header .tabs { flex: 1; }
.tabs { display: flex; gap: 4px; padding: 3px; border-radius: 10px; background: var(--raised); }
.tabs button { flex: 1; min-height: 30px; padding: 0 8px; border: 0; border-radius: 8px; background: none; font-size: 13px; white-space: nowrap; cursor: pointer; }
.tabs button[aria-selected='true'] { background: var(--surface); font-weight: 600; box-shadow: 0 1px 2px #0000001f; }
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
