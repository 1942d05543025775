import type { ComponentChildren } from 'preact';
import type { ConsoleError } from '../../lib/console/console.wire.ts';
import { Button } from '../shared/button.tsx';
import { Chip } from '../shared/chip.tsx';
import type { CallError } from './call.ts';
import { codeText } from './issue-text.ts';
import { said, texts } from './texts.ts';

/** What the page knows of an error, of a health or of a send. */
type ErrorFacts = Partial<Omit<ConsoleError, 'code' | 'status' | 'outcome'>> & {
  readonly code?: string | number;
};

interface ProblemProps {
  /** What became of a message. */
  outcome?: string | undefined;
  retry?: (() => void) | undefined;
  children?: ComponentChildren;
}

/** An error in one sentence of the page's language. */
export function errorText(error: ErrorFacts, status?: number): string {
  const t = texts.value;
  const reason = error.reason !== undefined && t.reasons[error.reason];
  return (
    said(error.text) ||
    reason ||
    (error.local && t.refusedLocally) ||
    codeText(error.code ?? '', error.values ?? {}) ||
    statusText(status) ||
    t.down
  );
}

function statusText(status: number | undefined): string {
  if (status === undefined) return '';
  const t = texts.value;
  return status === 0 ? t.unreachable : (t.statuses[status] ?? t.refusedStatus(status));
}

/** What went wrong with a call. */
export function CallProblem({ error, ...rest }: ProblemProps & { error: CallError }) {
  return <ErrorProblem error={error.error} status={error.status} {...rest} />;
}

/** An error, and what to do about it; what the server says in English is folded. */
export function ErrorProblem(props: ProblemProps & { error: ErrorFacts; status?: number }) {
  const { error, status, outcome, retry, children } = props;
  const t = texts.value;
  const remedy = said(error.remedy);
  const raw = [...new Set([error.message, error.aliyunMessage])].filter(Boolean);
  const codes = [
    error.aliyunCode,
    typeof error.code === 'number' && error.code,
    error.reason,
  ].filter((each) => each !== undefined && each !== false && each !== '');
  return (
    <div class="problem" role="alert">
      <p class="headline">{errorText(error, status)}</p>
      {outcome && <p class="outcome">{outcome}</p>}
      {remedy && (
        <p>
          <b>{t.remedy}</b> {remedy}
        </p>
      )}
      {(codes.length > 0 || error.retryAfter) && (
        <div class="facts">
          {codes.map((each) => (
            <Chip key={each} mono>
              {each}
            </Chip>
          ))}
          {error.retryAfter && <Chip>{t.retryAfter(Math.ceil(error.retryAfter))}</Chip>}
        </div>
      )}
      {children}
      {(raw.length > 0 || error.requestId) && (
        <details>
          <summary>{t.details}</summary>
          {raw.map((each) => (
            <p key={each} class="mono">
              {each}
            </p>
          ))}
          {error.requestId && (
            <p>
              {t.requestId} <span class="mono">{error.requestId}</span>
            </p>
          )}
        </details>
      )}
      {retry && (
        <div class="actions">
          <Button small onClick={retry}>
            {t.retry}
          </Button>
        </div>
      )}
    </div>
  );
}
