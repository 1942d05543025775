import { formatTime } from '../../shared/i18n.ts';

/** The day, above its first message. */
export const DayAbove = ({ at }: { at: number }) => <p class="day">{formatTime('day', at)}</p>;
