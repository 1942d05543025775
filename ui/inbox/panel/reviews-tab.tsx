import type { ReviewState } from '../../../lib/emulator/model/review.wire.ts';
import { Button } from '../../shared/button.tsx';
import { Chip } from '../../shared/chip.tsx';
import { problemText } from '../../shared/problem.tsx';
import { problemOf } from '../../shared/request.ts';
import { showToast } from '../../shared/toast.tsx';
import { api } from '../api.ts';
import { texts } from '../texts.ts';
import { signs, templates } from './tools.ts';

const TONES = {
  reviewing: 'warn',
  approved: 'good',
  rejected: 'bad',
  cancelled: undefined,
} as const satisfies Record<ReviewState, unknown>;

export function ReviewsTab() {
  const t = texts.value;
  return (
    <>
      <p class="hint">{t.reviewsHint}</p>
      <h2>{t.signs}</h2>
      <Rows
        rows={(signs.value.value?.signs ?? []).map(({ signName, state }) => ({
          key: signName,
          name: `【${signName}】`,
          state,
          review: (next, reason) => api.reviewSign(signName, next, reason),
        }))}
      />
      <h2>{t.templates}</h2>
      <Rows
        rows={(templates.value.value?.templates ?? []).map((template) => ({
          key: template.templateCode,
          name: template.templateCode,
          text: template.templateContent,
          state: template.state,
          review: (next, reason) => api.reviewTemplate(template.templateCode, next, reason),
        }))}
      />
    </>
  );
}

interface ReviewRow {
  key: string;
  name: string;
  text?: string;
  state: ReviewState;
  review: (state: ReviewState, reason: string) => Promise<unknown>;
}

function Rows({ rows }: { rows: readonly ReviewRow[] }) {
  const t = texts.value;
  if (rows.length === 0) return <p class="hint">{t.noReviews}</p>;
  return (
    <ul class="rows">
      {rows.map(({ key, name, text, state, review }) => (
        <li key={key}>
          <div class="main">
            <span class="mono">{name}</span>{' '}
            <Chip tone={TONES[state]}>{t.reviewStates[state]}</Chip>
            {text !== undefined && <p>{text}</p>}
          </div>
          {state !== 'approved' && (
            <Button small onClick={() => void decide(review('approved', ''))}>
              {t.approve}
            </Button>
          )}
          {state !== 'rejected' && (
            <Button small onClick={() => void decide(review('rejected', t.rejectedHere))}>
              {t.reject}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

async function decide(decision: Promise<unknown>): Promise<void> {
  try {
    await decision;
  } catch (error) {
    showToast(problemText(problemOf(error)));
  }
}
