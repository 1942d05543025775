import {
  describeSmsError,
  httpStatusOf,
  type SmsException,
  SmsParameterException,
  SmsRejectedException,
  SmsRequestException,
  type SmsSetupIssue,
} from '../index.js';
import type { ConsoleError, ConsoleFailure, ConsoleIssue } from './console.wire.js';

export interface StatusAndError {
  status: number;
  error: ConsoleError;
}

/** One error for all issues of a setup. Its code is that of the issues, where they have one in common. */
export function setupErrorOf(setupIssues: readonly SmsSetupIssue[]): ConsoleError {
  const issues = setupIssues.map(toIssue);
  const texts = new Set(issues.map(({ text }) => text));
  const [first] = issues;
  const isOneKind = first !== undefined && issues.every(({ code }) => code === first.code);
  return {
    code: isOneKind ? first.code : 'invalid',
    values: isOneKind ? first.values : {},
    message: [...texts].join('\n'),
    issues,
    fields: textsByField(setupIssues),
  };
}

/** The error of a call to Aliyun, or of a message that is not valid. */
export function smsErrorOf(exception: SmsException): StatusAndError {
  const { aliyunCode, reason, outcome, repeat, instance, outId, requestId, retryAfter } = exception;
  const description = aliyunCode ? describeSmsError(aliyunCode) : undefined;
  return {
    status: httpStatusOf(exception),
    error: {
      code: exception.code,
      values: {
        outcome,
        ...(aliyunCode && { aliyunCode }),
        ...(reason && { reason }),
        ...(retryAfter !== undefined && { retryAfter }),
      },
      message: messageOf(exception),
      issues: [],
      outcome,
      repeat,
      ...(aliyunCode && { aliyunCode }),
      ...(reason && { reason }),
      ...(instance !== undefined && { instance }),
      ...(outId !== undefined && { outId }),
      ...(requestId !== undefined && { requestId }),
      ...(retryAfter !== undefined && { retryAfter }),
      ...(description && { text: description.text, remedy: description.remedy }),
      ...factsOf(exception),
    },
  };
}

/** What one of the three codes has beside the others. */
function factsOf(exception: SmsException): Partial<ConsoleError> {
  if (exception instanceof SmsParameterException) {
    const issues = exception.issues.map(({ field, rule, values, text }) => ({
      code: rule,
      field,
      values,
      text,
    }));
    return { issues, fields: exception.violations };
  }
  if (exception instanceof SmsRejectedException) {
    const { aliyunMessage, local } = exception;
    return { aliyunMessage, ...(local && { local }) };
  }
  if (exception instanceof SmsRequestException) {
    const { status, failures } = exception;
    return {
      ...(status !== undefined && { status }),
      ...(failures && { failures: failures.map(toFailure) }),
    };
  }
  return {};
}

function toFailure({ instance, error }: { instance: string; error: SmsException }): ConsoleFailure {
  const { code, outcome, aliyunCode, reason, message } = error;
  return {
    instance,
    code,
    outcome,
    ...(aliyunCode && { aliyunCode }),
    ...(reason && { reason }),
    message,
  };
}

function toIssue(issue: SmsSetupIssue): ConsoleIssue {
  const { code, rule, values = {}, text } = issue;
  return { code: rule ?? code, field: fieldOf(issue) ?? null, values, text };
}

/** Groups the texts by the form field that each is about. */
function textsByField(issues: readonly SmsSetupIssue[]): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const issue of issues) {
    const field = fieldOf(issue);
    if (field === undefined) continue;
    // The full text of a missing option says where code would set it, which does not help in a form.
    const text = issue.code === 'missing' ? 'is missing' : issue.text;
    fields.set(field, [...(fields.get(field) ?? []), text]);
  }
  return Object.fromEntries(fields);
}

function fieldOf({ code, option }: SmsSetupIssue): string | undefined {
  return code === 'invalid-name' ? 'name' : option;
}

/** For somebody on the page: the message of an unknown name advises the programmer. */
function messageOf({ reason, message }: SmsException): string {
  return reason === 'unknown-instance' ? 'There is no SMS instance of this name' : message;
}
