export const MESSAGE_STYLE = String.raw`
.day { align-self: center; color: var(--muted); font-size: 12px; }
.text { align-self: flex-start; max-width: 100%; width: 100%; }
.bubble { max-width: 88%; }
.code {
  display: flex;
  align-items: center;
  gap: 14px;
  margin-top: 8px;
  padding: 6px 12px 6px 16px;
  border: 1px solid var(--line);
  border-radius: 14px;
  background: var(--surface);
  color: var(--accent);
  cursor: pointer;
}
.code:hover { border-color: var(--accent); }
.code .digits { font: 650 27px/1.25 var(--mono); letter-spacing: 0.14em; }
.code .copy { display: inline-flex; align-items: center; gap: 4px; font-size: 12.5px; }
.code svg { width: 15px; height: 15px; }
.facts { margin-top: 6px; }
.quicks { display: inline-flex; gap: 6px; }
.quick { padding: 1px 8px; border: 1px solid var(--line); border-radius: 999px; background: none; font-size: 12px; cursor: pointer; }
.quick.good { color: var(--good); }
.quick.bad { color: var(--bad); }
.quick:hover { border-color: currentColor; }
.text details { margin-top: 4px; font-size: 13px; }
.text summary { width: fit-content; border-radius: 4px; color: var(--muted); font-size: 12.5px; cursor: pointer; }
.text summary:hover { color: var(--text); }
.text dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 14px; margin-top: 8px; padding: 12px 14px; border: 1px solid var(--line); border-radius: var(--radius); }
.text dt { color: var(--muted); white-space: nowrap; }
.text dd { overflow-wrap: anywhere; }
.actions { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 8px; }
.actions select { width: auto; min-width: 0; max-width: 100%; flex: 1 1 130px; min-height: 28px; padding: 2px 8px; font-size: 12.5px; }

.reply { align-self: flex-end; display: grid; justify-items: end; max-width: 88%; }
.reply .bubble { max-width: 100%; border-radius: 18px 18px 5px 18px; background: var(--accent); color: var(--on-accent); }
`;
