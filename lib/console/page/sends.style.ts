/** The views of sends, and of templates and signs. */
export const SENDS_STYLE = String.raw`
#sends-list { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; margin-top: 12px; }
.send > summary {
  display: grid;
  grid-template-columns: 92px 84px minmax(0, 1fr) minmax(0, 180px) 126px;
  align-items: center;
  gap: 4px 12px;
  padding: 10px 14px;
  border-radius: 14px;
  font-size: 13px;
  cursor: pointer;
  list-style: none;
}
.send > summary::-webkit-details-marker { display: none; }
.send[open] > summary { border-radius: 14px 14px 0 0; }
.send > summary:hover { background: var(--hover); }
.send time { color: var(--muted); font-variant-numeric: tabular-nums; }
.send .outcome { justify-self: start; }
.send .about { display: flex; flex-wrap: wrap; gap: 0 10px; min-width: 0; overflow-wrap: anywhere; }
.send .who { font-weight: 600; }
.send .to { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 6px; }
.send .to .chip { font-family: var(--font); }
.send .took { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.send .why { grid-column: 2 / -1; color: var(--muted); overflow-wrap: anywhere; }
.send .why code { color: var(--bad); }
.send .pairs { padding: 12px 14px 14px; border-top: 1px solid var(--line); }

.controls { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; margin-bottom: 14px; }
.controls select { flex: 1 1 220px; min-width: 0; width: auto; text-overflow: ellipsis; }
.controls .tabs { flex: 0 1 240px; }
.reviews { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(400px, 100%), 1fr)); gap: 12px; }
.review { display: flex; flex-direction: column; gap: 10px; padding: 14px 16px; min-width: 0; }
.review > header { display: flex; align-items: flex-start; justify-content: space-between; gap: 10px; }
.review h3 { min-width: 0; font-size: 14px; font-weight: 650; overflow-wrap: anywhere; text-align: left; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; }
.review > header > .button, .review > header > .chip { flex: none; }
.review .bubble { font-size: 14px; }
.review .reason { color: var(--bad); font-size: 13px; overflow-wrap: anywhere; }
.pager { display: flex; align-items: center; justify-content: center; gap: 12px; margin-top: 16px; font-size: 13px; }

@media (max-width: 760px) {
  .send > summary { grid-template-columns: minmax(0, 1fr) auto; }
  .send .outcome { grid-row: 1; grid-column: 2; justify-self: end; }
  .send time { grid-row: 1; grid-column: 1; }
  .send .about { grid-column: 1 / -1; }
  .send .why { grid-column: 1 / -1; }
  .send .took { text-align: right; }
}
`;
