export const LAYOUT_STYLE = String.raw`
body { display: grid; grid-template-rows: auto auto minmax(0, 1fr) auto; grid-template-columns: minmax(0, 1fr); overflow: hidden; }
/* The rows by number: the banner, and on a narrow page the keys, may be gone. */
.top { grid-row: 1; }
#banner { grid-row: 2; }
main { grid-row: 3; min-height: 0; }
.keys { grid-row: 4; }
main > section { height: 100%; min-height: 0; overflow-y: auto; }
main > .split { display: grid; grid-template-columns: 348px minmax(0, 1fr); grid-template-rows: minmax(0, 1fr); overflow: hidden; }

#banner { display: flex; align-items: center; justify-content: center; gap: 14px; padding: 8px 16px; background: var(--bad-ground); color: var(--bad); font-size: 13px; }
#banner p { overflow-wrap: anywhere; }
#banner .button { border-color: currentColor; flex: none; }

.column { width: 100%; max-width: 980px; margin: 0 auto; padding: 20px; }
.hint { color: var(--muted); font-size: 13px; }
.error { color: var(--bad); font-size: 13px; }
.notice { padding: 9px 12px; border-radius: 8px; background: var(--accent-ground); font-size: 13px; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
a { color: var(--accent); }

.problem { display: grid; gap: 8px; padding: 12px 14px; border: 1px solid var(--bad); border-radius: 12px; background: var(--bad-ground); font-size: 13px; overflow-wrap: anywhere; }
.problem .headline { color: var(--bad); font-size: 14px; font-weight: 600; }
.problem .outcome { font-weight: 600; }
.problem > .facts .chip { background: var(--surface); white-space: normal; }
.problem .id { font-size: 11.5px; overflow-wrap: anywhere; }

.question { width: min(420px, calc(100vw - 32px)); padding: 20px; color: inherit; box-shadow: var(--shadow); }
.question::backdrop { background: #00000073; }
.question h2 { font-size: 16px; font-weight: 650; overflow-wrap: anywhere; }
.question p { margin: 8px 0 18px; overflow-wrap: anywhere; }
.question .actions { justify-content: flex-end; }

.empty { display: grid; gap: 14px; width: 100%; max-width: 560px; margin: 0 auto; padding: 8vh 0; justify-items: start; }
.empty h2 { font-size: 20px; font-weight: 650; }
.empty h3 { font-size: 16px; font-weight: 650; }
.empty pre { width: 100%; margin: 0; padding: 16px; overflow-x: auto; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); line-height: 1.6; }
.head ~ .empty { padding-top: 12px; margin: 0; }

/* Where the list, which says it too, is beside it. */
@media (min-width: 761px) {
  .narrow-only { display: none; }
}
@media (max-width: 1000px) {
  main > .split { grid-template-columns: 290px minmax(0, 1fr); }
}
@media (max-width: 760px) {
  .top { grid-template-columns: minmax(0, 1fr) auto; gap: 8px; padding: 8px 12px; }
  .top .tabs { grid-row: 2; grid-column: 1 / -1; }
  .tabs a { padding: 0 6px; }
  #live { padding: 5px; font-size: 0; gap: 0; }
  .keys { display: none; }
  .column { padding: 14px 12px; }
  main > .split { grid-template-columns: minmax(0, 1fr); }
  body[data-open='detail'] .split > .list, body:not([data-open='detail']) .split > #detail { display: none; }
}
`;
