/** Controls and text of our pages, on top of the tokens. */
export const BASE_STYLE = String.raw`
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; margin: 0; }
body {
  background: var(--ground);
  color: var(--text);
  font: 14px/1.5 var(--font);
  -webkit-font-smoothing: antialiased;
}
h1, h2, h3, p, dl, dd, ul, ol { margin: 0; padding: 0; }
ul, ol { list-style: none; }
button, input, select, textarea { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code, pre, .mono { font-family: var(--mono); font-size: 0.92em; }
.muted { color: var(--muted); }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: 6px;
  min-height: 34px;
  padding: 0 12px;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--surface);
  cursor: pointer;
  white-space: nowrap;
}
.button:hover { background: var(--hover); }
.button[aria-pressed='true'], .button[aria-expanded='true'] { border-color: var(--accent); color: var(--accent); background: var(--accent-ground); }
.button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.button.primary:hover { filter: brightness(1.06); }
.button.small { min-height: 28px; padding: 0 10px; font-size: 12.5px; }
.button.icon { width: 34px; padding: 0; }
.button svg { width: 17px; height: 17px; flex: none; }

.field {
  width: 100%;
  min-height: 34px;
  padding: 5px 10px;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--surface);
}
.field::placeholder { color: var(--muted); opacity: 1; }
.field:focus { outline: 2px solid var(--accent); outline-offset: -1px; border-color: transparent; }

.chip {
  display: inline-flex;
  align-items: center;
  gap: 5px;
  padding: 1px 8px;
  border-radius: 999px;
  background: var(--raised);
  color: var(--muted);
  font-size: 12px;
  white-space: nowrap;
}
.chip.good { background: var(--good-ground); color: var(--good); }
.chip.bad { background: var(--bad-ground); color: var(--bad); }

.toast {
  position: fixed;
  left: 50%;
  bottom: 28px;
  transform: translateX(-50%);
  max-width: calc(100vw - 32px);
  padding: 9px 16px;
  border-radius: 999px;
  background: var(--text);
  color: var(--ground);
  box-shadow: var(--shadow);
  z-index: 20;
}
@media (prefers-reduced-motion: no-preference) {
  .arrives { animation: arrive 0.28s ease-out; }
  @keyframes arrive { from { opacity: 0; transform: translateY(8px); } }
}
`;
