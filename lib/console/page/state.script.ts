/** Browser module: what the page knows of the application. */
export const STATE_SCRIPT = String.raw`
import { call } from './api.js';

export const state = {
  isLoaded: false,
  readOnly: false,
  canCreate: false,
  directory: null,
  types: [],
  instances: [],
  search: '',
};

let last = '';
let changes = 0;

/** Whether it brought news. An answer that a change of ours has overtaken is dropped. */
export async function loadState() {
  const before = changes;
  const answer = await call('GET', 'state');
  const text = JSON.stringify(answer);
  if (before !== changes || text === last) return false;
  last = text;
  Object.assign(state, answer, { isLoaded: true });
  return true;
}

export const instanceNamed = (name) => state.instances.find((each) => each.name === name);
export const typeNamed = (name) => state.types.find((each) => each.name === name);

/** An instance as the server answered it. */
export function put(instance) {
  changed();
  const at = state.instances.findIndex((each) => each.name === instance.name);
  if (at < 0) state.instances = [...state.instances, instance];
  else state.instances = state.instances.with(at, instance);
}

export function drop(name) {
  changed();
  state.instances = state.instances.filter((each) => each.name !== name);
}

function changed() {
  changes++;
  last = '';
}

export function matching() {
  const wanted = state.search.toLowerCase();
  if (!wanted) return state.instances;
  return state.instances.filter(({ name, title, sign, type, key }) =>
    [name, title, sign, type, key].filter(Boolean).join('\n').toLowerCase().includes(wanted));
}

/** The name that is so many steps further down the list. */
export function neighbour(name, step) {
  const names = matching().map((each) => each.name);
  const at = names.indexOf(name);
  if (at < 0) return step > 0 ? names[0] : names.at(-1);
  return names[Math.min(Math.max(at + step, 0), names.length - 1)];
}
`;
