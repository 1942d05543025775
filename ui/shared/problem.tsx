import type { Problem } from './request.ts';
import { sharedTexts } from './texts.ts';

/** A problem in one sentence of the page's language. */
export function problemText(problem: Problem): string {
  const t = sharedTexts.value;
  return problem.kind === 'refused' ? t.refused(problem.status) : t.unreachable;
}

/** A problem in the page's language; the server's own words are folded below it. */
export function ProblemNote({ problem }: { problem: Problem | null }) {
  return (
    <div role="alert">
      {problem && (
        <div class="problem">
          <p>{problemText(problem)}</p>
          {problem.kind === 'refused' && problem.details && (
            <details>
              <summary>{sharedTexts.value.details}</summary>
              <p class="mono">{problem.details}</p>
            </details>
          )}
        </div>
      )}
    </div>
  );
}
