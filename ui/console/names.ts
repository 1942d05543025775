import type { InstanceAnswer } from '../../lib/console/console.wire.ts';
import { formatTime, isSameDay } from '../shared/i18n.ts';

/** What people call an instance. */
export const titleOf = ({ title, name }: Pick<InstanceAnswer, 'title' | 'name'>): string =>
  title.trim() || name;

/** For a choice: title and name, once where they are the same. */
export function optionText(instance: InstanceAnswer): string {
  const title = titleOf(instance);
  return title === instance.name ? title : `${title} · ${instance.name}`;
}

/** The first letter of a name, whatever it is made of. */
export function initialOf(text: string): string {
  const [first] = new Intl.Segmenter().segment(text.trim() || '?');
  return first?.segment ?? '?';
}

/** The time of today with seconds, day and time of any other day. */
export function formatSendTime(at: string): string {
  const time = Date.parse(at);
  if (isSameDay(time, Date.now())) return formatTime('clock', time);
  return `${formatTime('date', time)} ${formatTime('minute', time)}`;
}

export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  return `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
