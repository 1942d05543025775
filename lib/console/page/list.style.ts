export const LIST_STYLE = String.raw`
.list { display: flex; flex-direction: column; min-height: 0; background: var(--surface); border-right: 1px solid var(--line); }
.list-top { display: grid; gap: 6px; padding: 12px 12px 4px; }
.list-tools { display: flex; gap: 8px; }
.list-tools .button { flex: none; }
#count { padding: 2px 4px 0; font-size: 12px; }
#unsaved { padding: 0 8px; }
#instances { flex: 1; min-height: 0; overflow-y: auto; padding: 2px 8px 12px; overscroll-behavior: contain; }
/* A thousand of them are laid out only where they are seen. */
#instances > li { content-visibility: auto; contain-intrinsic-size: auto 84px; }

.instance {
  display: grid;
  grid-template-columns: 40px minmax(0, 1fr) auto;
  column-gap: 10px;
  align-items: center;
  padding: 9px 10px;
  border-radius: var(--radius);
  color: inherit;
  text-decoration: none;
}
.instance:hover { background: var(--hover); }
.instance:focus-visible { outline-offset: -2px; }
.instance[aria-current='true'] { background: var(--accent-ground); }
.instance .face {
  grid-row: span 2;
  align-self: start;
  display: grid;
  place-items: center;
  width: 40px;
  height: 40px;
  border-radius: 12px;
  background: var(--raised);
  color: var(--muted);
  font-size: 16px;
  font-weight: 600;
  overflow: hidden;
}
.instance[aria-current='true'] .face { background: var(--accent); color: var(--on-accent); }
.instance .who { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: left; }
.instance .chips { display: flex; gap: 4px; }
.instance .what { grid-column: 2 / -1; display: flex; gap: 4px 8px; color: var(--muted); font-size: 12.5px; overflow: hidden; white-space: nowrap; }
.instance .what > * { flex: none; overflow: hidden; text-overflow: ellipsis; max-width: 100%; }
.instance .what > :first-child { flex: 0 1 auto; min-width: 3em; }
.instance .what > :nth-child(2) { flex: 0 1 auto; min-width: 3em; }
.instance .what > :nth-child(3) { flex: 0 1 auto; min-width: 0; }
.instance .health { grid-column: 2 / -1; display: flex; align-items: baseline; gap: 6px; margin-top: 4px; font-size: 12px; min-width: 0; }
.instance .health .chip { flex: none; background: none; padding: 0; }
.instance .reason { overflow: hidden; color: var(--bad); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }

#detail { min-height: 0; overflow-y: auto; padding: 20px 24px 0; }
/* Not the place's own padding: what is sticky in it would stay clear of that. */
#detail::after { content: ''; display: block; height: 28px; }
#detail > * { max-width: 760px; margin-inline: auto; }
#detail > * + * { margin-top: 14px; }
.head { display: flex; align-items: flex-start; gap: 12px; }
.head .back { display: none; }
.titles { flex: 1; min-width: 0; }
.titles h2 { font-size: 19px; line-height: 1.35; font-weight: 650; overflow-wrap: anywhere; text-align: left; outline: none; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; }
.titles .facts { margin-top: 4px; overflow-wrap: anywhere; }
.head .actions { flex: none; }
.health-card { padding: 10px 14px; }
.health .line { display: flex; align-items: center; gap: 10px; font-size: 13px; }
.health .line > :nth-child(2) { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.health-card:has(.problem) { border-color: var(--bad); background: var(--bad-ground); }
.health-card:has(.problem) .line .chip { background: var(--surface); }
.health-card .problem { margin-top: 6px; padding: 0; border: 0; background: none; }

@media (max-width: 1000px) {
  .head { flex-wrap: wrap; }
  .head .titles { flex: 1 1 200px; }
}
@media (max-width: 760px) {
  .list { border: 0; }
  #detail { padding: 12px 12px 0; }
  .head .back { display: inline-flex; flex: none; }
  .head .actions { width: 100%; }
  .head .actions > * { flex: 1; }
}
`;
