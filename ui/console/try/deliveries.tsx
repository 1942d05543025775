import { Button } from '../../shared/button.tsx';
import { Chip } from '../../shared/chip.tsx';
import { errorText } from '../problem.tsx';
import { said, texts } from '../texts.ts';
import { askDelivery, type Outcome } from './outcome.ts';

const MOST = 20;

const TONES = {
  asking: undefined,
  pending: undefined,
  'not-found-yet': undefined,
  delivered: 'good',
  failed: 'bad',
  error: 'bad',
} as const;

/** Whether the message has arrived, asked for number by number. */
export function Deliveries({ outcome, outId }: { outcome: Outcome; outId: string }) {
  const t = texts.value;
  return (
    <ul class="rows" aria-label={t.delivery}>
      {outcome.message.phoneList.slice(0, MOST).map((phone) => {
        const known = outcome.deliveries.value.get(phone);
        return (
          <li key={phone}>
            <span class="main mono">
              {phone}
              {known?.state === 'error' && (
                <p>{errorText(known.error.error, known.error.status)}</p>
              )}
              {known?.state === 'failed' && (
                <p>
                  {known.errorCode && <code>{known.errorCode}</code>} {said(known.text)}{' '}
                  {said(known.remedy)}
                </p>
              )}
            </span>
            <output>
              {known && <Chip tone={TONES[known.state]}>{t.deliveries[known.state]}</Chip>}
            </output>
            <Button
              small
              aria-label={t.deliveryOf(phone)}
              aria-disabled={known?.state === 'asking'}
              onClick={() => void askDelivery(outcome, outId, phone)}
            >
              {t.delivery}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
