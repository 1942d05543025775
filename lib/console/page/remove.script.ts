/** Browser module: deletes an instance, after asking once. */
export const REMOVE_SCRIPT = String.raw`
import { byId, toast } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { call, instancePath } from './api.js';
import { discardEdits } from './draft.js';
import { titleOf } from './format.js';
import { forgetHealth } from './health.js';
import { ask } from './question.js';
import { slide } from './route.js';
import { drop, neighbour, state } from './state.js';

export async function remove(instance, changed) {
  const { name } = instance;
  const title = titleOf(instance);
  const folder = state.directory ? state.directory + '/' + name : name;
  const isSure = await ask({ title: t('deleteTitle', { title }), text: t('deleteText', { folder }), yes: t('delete'), no: t('keep') });
  if (!isSure) return;
  try {
    await call('DELETE', instancePath(name), {}, instance.version);
  } catch (error) {
    // Gone already is what was wanted.
    if (error.status !== 404) {
      toast(error.message);
      return;
    }
  }
  const next = [neighbour(name, 1), neighbour(name, -1)].find((each) => each !== name);
  drop(name);
  discardEdits(name);
  forgetHealth(name);
  toast(t('deleted', { title }));
  slide('instances', next);
  changed({ redraw: true });
  byId('detail-title')?.focus();
}
`;
