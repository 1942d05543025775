export const FORM_STYLE = String.raw`
.sheet { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; padding: 18px 20px; }
fieldset { display: contents; }
.entries { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
.entries:empty, #form-problem:empty, #try-outcome:empty { display: none; }
.entry { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; }
.entry label { width: fit-content; max-width: 100%; font-size: 13px; font-weight: 600; overflow-wrap: anywhere; }
.entry .required { color: var(--accent); }
.entry .help { color: var(--muted); font-size: 12.5px; overflow-wrap: anywhere; }
.entry textarea.field { field-sizing: content; max-height: 40vh; }
.entry select.field { text-overflow: ellipsis; }
.with { display: flex; align-items: center; gap: 8px; min-width: 0; }
.with > :first-child { flex: 1; min-width: 0; }
.with > .button { flex: none; }
.entry .with .button { min-height: 34px; }
.advanced > summary { width: fit-content; border-radius: 4px; color: var(--muted); font-size: 13px; cursor: pointer; }
.advanced > summary:hover { color: var(--text); }
.advanced > summary + * { margin-top: 14px; }
#form-problem, #try-outcome, .entry .field { scroll-margin: 20px 0 84px; }
/* What is done with a long form stays in reach. */
.sheet .foot { position: sticky; bottom: 0; z-index: 1; margin: -4px -20px -18px; padding: 12px 20px; border-top: 1px solid var(--line); border-radius: 0 0 14px 14px; background: var(--surface); }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr)); gap: 16px 14px; align-items: start; }
.sheet .foot .primary { min-width: 96px; }
.sheet .foot .muted { flex: 1; font-size: 13px; }
.sheet .pairs dd { white-space: pre-wrap; }
@media (max-width: 760px) {
  .sheet { padding: 14px; }
  .sheet .foot { margin: -4px -14px -14px; padding: 12px 14px; }
  /* Below 16 px a phone's browser zooms into the field. */
  .field { font-size: 16px; }
}
`;
