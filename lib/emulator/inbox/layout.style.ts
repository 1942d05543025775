export const LAYOUT_STYLE = String.raw`
body { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; overflow: hidden; }

.top { grid-template-columns: 300px minmax(120px, 420px) 1fr; }

/* The rows by number: on a narrow page the first and the last may be gone. */
.top { grid-row: 1; }
.keys { grid-row: 3; }
main { grid-row: 2; display: grid; grid-template-columns: 300px minmax(0, 1fr); min-height: 0; }
main:has(#panel:not([hidden])) { grid-template-columns: 300px minmax(0, 1fr) 400px; }

#numbers { overflow-y: auto; background: var(--surface); border-right: 1px solid var(--line); padding: 8px; }
.number {
  display: grid;
  grid-template-columns: 40px minmax(0, 1fr) auto;
  column-gap: 10px;
  width: 100%;
  padding: 9px 10px;
  border: 0;
  border-radius: var(--radius);
  background: none;
  text-align: left;
  cursor: pointer;
}
.number:hover { background: var(--hover); }
.number[aria-current='true'] { background: var(--accent-ground); }
.number .face {
  grid-row: span 2;
  display: grid;
  place-items: center;
  width: 40px;
  height: 40px;
  border-radius: 50%;
  background: var(--raised);
  color: var(--muted);
  font: 600 12px var(--mono);
}
.number[aria-current='true'] .face { background: var(--accent); color: var(--on-accent); }
.number .who { font-weight: 600; font-variant-numeric: tabular-nums; }
.number .when { color: var(--muted); font-size: 12px; }
.number .last { color: var(--muted); font-size: 13px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.number .unread { justify-self: end; align-self: center; min-width: 20px; padding: 0 6px; border-radius: 999px; background: var(--accent); color: var(--on-accent); font-size: 12px; font-weight: 600; text-align: center; }

#thread { display: grid; place-items: stretch center; min-height: 0; padding: 20px; }
.phone {
  display: grid;
  grid-template-rows: auto auto minmax(0, 1fr) auto auto;
  width: 100%;
  max-width: 460px;
  min-height: 0;
  height: 100%;
  border: 1px solid var(--line);
  border-radius: 34px;
  background: var(--surface);
  box-shadow: var(--shadow);
  overflow: hidden;
}
/* Speaker above, home bar below: what makes a rectangle a phone. */
.phone::before, .phone::after { content: ''; justify-self: center; width: 64px; height: 5px; margin: 12px 0 0; border-radius: 999px; background: var(--line); }
.phone::after { width: 120px; margin: 0 0 9px; }
.phone > header { display: flex; align-items: center; gap: 10px; padding: 10px 20px 12px; border-bottom: 1px solid var(--line); }
.phone > header h2 { flex: 1; font-size: 16px; font-weight: 650; font-variant-numeric: tabular-nums; }
.phone .back { display: none; }
.texts { display: flex; flex-direction: column; gap: 14px; overflow-y: auto; padding: 18px 16px; overscroll-behavior: contain; }
.composer { display: flex; gap: 8px; padding: 12px 14px; border-top: 1px solid var(--line); }
.composer .field { border-radius: 999px; padding-inline: 16px; min-height: 38px; }
.composer .button { border-radius: 50%; width: 38px; min-height: 38px; }

.empty { align-self: center; display: grid; gap: 16px; width: 100%; max-width: 620px; padding: 8px; }
.empty h2 { font-size: 20px; font-weight: 650; }
.empty pre { margin: 0; padding: 16px; overflow-x: auto; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); line-height: 1.6; }
.empty .row { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; }

@media (max-width: 1180px) {
  main:has(#panel:not([hidden])) { grid-template-columns: 260px minmax(0, 1fr); }
  #panel { position: fixed; inset: 0 0 0 auto; width: min(400px, 100vw); z-index: 10; box-shadow: var(--shadow); }
}
@media (max-width: 900px) {
  .top { grid-template-columns: 1fr auto; gap: 10px; }
  .top #search { grid-row: 2; grid-column: 1 / -1; }
}
@media (max-width: 720px) {
  .top { padding: 10px 12px; }
  .tools { gap: 6px; }
  #live { padding: 5px; font-size: 0; gap: 0; }
  .keys { display: none; }
  main, main:has(#panel:not([hidden])) { grid-template-columns: minmax(0, 1fr); }
  #numbers { border: 0; }
  #thread { display: none; padding: 0; }
  body[data-view='thread'] #numbers, body[data-view='thread'] .top, body.is-empty #numbers { display: none; }
  body[data-view='thread'] #thread, body.is-empty #thread { display: grid; }
  body.is-empty #thread { padding: 20px 14px; overflow-y: auto; }
  .phone { max-width: none; border: 0; border-radius: 0; box-shadow: none; }
  .phone::before, .phone::after { display: none; }
  .phone { grid-template-rows: auto minmax(0, 1fr) auto; }
  .phone .back { display: inline-flex; }
  .phone > header { padding: 10px 12px; }
}
`;
