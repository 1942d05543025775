import type {
  ConsoleIssue,
  ReviewedTemplate,
  TryMessage,
} from '../../../lib/console/console.wire.ts';
import { isPhone, phonesIn } from './phones.ts';
import { paramsIn, piecesOf, variablesOf, type Piece } from './template-text.ts';

/** The form of a message that is tried out, as it is filled. */
export interface Attempt {
  readonly instance: string | null;
  /** The code of the template. */
  readonly template: string;
  /** The code is typed by hand. */
  readonly isTyped: boolean;
  /** Values of the variables of a template that is known. */
  readonly values: Readonly<Record<string, string>>;
  /** `name=value` lines, for a template that is not. */
  readonly lines: string;
  readonly phones: string;
  readonly sign: string;
}

export const EMPTY_ATTEMPT: Attempt = {
  instance: null,
  template: '',
  isTyped: true,
  values: {},
  lines: '',
  phones: '',
  sign: '',
};

type Listed = readonly ReviewedTemplate[] | null;

/** The text of the template, where it is known: a typed code may be one of the listed all the same. */
export function contentOf({ template }: Attempt, listed: Listed): string | undefined {
  return listed?.find(({ code }) => code === template.trim())?.content;
}

export function paramsOf(attempt: Attempt, listed: Listed): Readonly<Record<string, string>> {
  const content = contentOf(attempt, listed);
  if (content === undefined) return paramsIn(attempt.lines).params;
  return Object.fromEntries(variablesOf(content).map((name) => [name, attempt.values[name] ?? '']));
}

/** The message as the phone will show it. */
export function previewOf(attempt: Attempt, listed: Listed, sign: string): Piece[] {
  const content = contentOf(attempt, listed);
  const brackets: Piece[] = sign ? [{ text: `【${sign}】` }] : [];
  if (content !== undefined) return [...brackets, ...piecesOf(content, attempt.values)];
  const known = Object.entries(paramsOf(attempt, listed)).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const text = known.join(', ') || attempt.template.trim() || '…';
  return [...brackets, { text, kind: 'guess' }];
}

export type AttemptIssue =
  | { readonly code: 'required' }
  | { readonly code: 'not-phones'; readonly phones: readonly string[] }
  | { readonly code: 'not-params'; readonly line: string }
  /** Found by the server. */
  | { readonly code: 'refused'; readonly issue: ConsoleIssue };

/** By field: `template`, `phones`, `sign`, `lines`, or `param-0` and so on. */
export type AttemptIssues = Readonly<Record<string, AttemptIssue>>;

export function issuesOf(attempt: Attempt, listed: Listed): AttemptIssues {
  const issues: Record<string, AttemptIssue> = {};
  const phones = phonesIn(attempt.phones);
  const odd = phones.filter((phone) => !isPhone(phone));
  if (!attempt.template.trim()) issues['template'] = { code: 'required' };
  if (phones.length === 0) issues['phones'] = { code: 'required' };
  else if (odd.length > 0) issues['phones'] = { code: 'not-phones', phones: odd.slice(0, 3) };
  if (contentOf(attempt, listed) === undefined) {
    const [line] = paramsIn(attempt.lines).wrong;
    if (line !== undefined) issues['lines'] = { code: 'not-params', line };
  } else {
    for (const [i, value] of Object.values(paramsOf(attempt, listed)).entries()) {
      if (value === '') issues[`param-${i}`] = { code: 'required' };
    }
  }
  return issues;
}

export function messageOf(attempt: Attempt, listed: Listed): TryMessage {
  const sign = attempt.sign.trim();
  return {
    phoneList: phonesIn(attempt.phones),
    params: paramsOf(attempt, listed),
    verifyTemplateCode: attempt.template.trim(),
    ...(sign && { verifySign: sign }),
  };
}

/** The issues that the server has found, at the fields of this form. */
export function serverAttemptIssues(
  found: readonly ConsoleIssue[],
  isContentKnown: boolean,
): AttemptIssues {
  const places: Readonly<Record<string, string>> = {
    phoneList: 'phones',
    verifyTemplateCode: 'template',
    verifySign: 'sign',
    params: isContentKnown ? 'param-0' : 'lines',
  };
  return Object.fromEntries(
    found.flatMap((issue) => {
      const name = issue.field?.split(/[.[]/, 1)[0];
      return name === undefined ? [] : [[places[name] ?? name, { code: 'refused', issue }]];
    }),
  );
}
