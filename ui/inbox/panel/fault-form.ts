import type { FaultEffect, FaultRule } from '../../../lib/emulator/model/fault.wire.ts';

const HTML = '<html><body>502 Bad Gateway</body></html>';

/** The effects that the form offers; the REST interface knows them all. */
const EFFECTS = {
  refuse: (code) => ({ type: 'refuse', code: code || 'isv.BUSINESS_LIMIT_CONTROL' }),
  throttling: () => ({
    type: 'gateway',
    status: 400,
    code: 'Throttling.User',
    message: 'Request was denied due to user flow control.',
  }),
  unavailable: () => ({
    type: 'gateway',
    status: 503,
    code: 'ServiceUnavailable',
    message: 'The request has failed due to a temporary failure of the server.',
  }),
  html: () => ({ type: 'answer', status: 502, contentType: 'text/html', body: HTML }),
  empty: () => ({ type: 'answer', status: 200 }),
  'wrong-types': () => ({ type: 'wrong-types' }),
  hang: () => ({ type: 'hang' }),
  reset: () => ({ type: 'reset' }),
  cut: () => ({ type: 'cut' }),
  delay: (_, ms) => ({ type: 'delay', ms }),
  'slow-body': (_, ms) => ({ type: 'slow-body', ms }),
  close: () => ({ type: 'close' }),
} satisfies Record<string, (code: string, ms: number) => FaultEffect>;

export type OfferedEffect = keyof typeof EFFECTS;

export const OFFERED_EFFECTS = Object.keys(EFFECTS) as OfferedEffect[];

/** The form of a new fault, as it is filled. */
export interface FaultForm {
  effect: OfferedEffect;
  code: string;
  ms: string;
  phone: string;
  template: string;
  share: string;
  count: string;
  processed: boolean;
}

export const EMPTY_FAULT_FORM: FaultForm = {
  effect: 'refuse',
  code: '',
  ms: '5000',
  phone: '',
  template: '',
  share: '100',
  count: '',
  processed: false,
};

/** The rule that a filled form stands for. */
export function toFaultRule(form: FaultForm): FaultRule {
  const phoneNumber = form.phone.trim();
  const templateCode = form.template.trim();
  return {
    effect: EFFECTS[form.effect](form.code.trim(), Number(form.ms)),
    match: {
      ...(phoneNumber && { phoneNumber }),
      ...(templateCode && { templateCode }),
      ...(form.share !== '' && form.share !== '100' && { share: Number(form.share) / 100 }),
    },
    processed: form.processed,
    ...(form.count !== '' && { count: Number(form.count) }),
  };
}
