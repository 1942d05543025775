export const TRY_STYLE = String.raw`
.bench { display: grid; grid-template-columns: minmax(0, 560px) minmax(0, 400px); justify-content: center; align-items: start; gap: 28px; padding: 20px; }
.stand { position: sticky; top: 20px; }
.phone {
  display: grid;
  align-content: start;
  gap: 12px;
  min-height: 440px;
  padding: 0 18px 18px;
  border: 1px solid var(--line);
  border-radius: 34px;
  background: var(--surface);
  box-shadow: var(--shadow);
}
/* A speaker is what makes a rectangle a phone. */
.phone::before { content: ''; justify-self: center; width: 64px; height: 5px; margin: 12px 0 0; border-radius: 999px; background: var(--line); }
.phone .number { padding-bottom: 12px; margin-inline: -18px; padding-inline: 20px; border-bottom: 1px solid var(--line); font-weight: 600; overflow-wrap: anywhere; }
.variable { border-radius: 4px; background: var(--accent-ground); color: var(--accent); font-family: var(--mono); font-size: 0.92em; }
.guess { color: var(--muted); font-style: italic; }

.result { display: grid; gap: 12px; padding: 12px 14px; border: 1px solid var(--good); border-radius: 12px; font-size: 13px; }
.result .pairs { align-items: center; }
.rows { display: grid; gap: 1px; border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; background: var(--line); }
.rows > li { display: flex; align-items: center; gap: 10px; padding: 7px 10px 7px 12px; background: var(--surface); color: var(--text); font-size: 13px; }
.rows .main { flex: 1; min-width: 0; overflow-wrap: anywhere; }

@media (max-width: 900px) {
  .bench { grid-template-columns: minmax(0, 1fr); gap: 14px; }
  /* Above what is typed into, as the button below it stays in view. */
  .stand { position: static; order: -1; }
  .phone { min-height: 0; border-radius: 14px; box-shadow: none; padding: 12px 14px 14px; }
  .phone::before { display: none; }
  .phone .number { margin-inline: -14px; padding: 0 14px 10px; }
}
@media (max-width: 760px) {
  .bench { padding: 12px; }
}
`;
