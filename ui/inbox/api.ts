import type {
  ClockState,
  FaultList,
  FlowControlState,
  Health,
  MagicNumberList,
  MessageList,
  PushList,
  ReplyList,
  SignList,
  TemplateList,
} from '../../lib/emulator/control/responses.wire.ts';
import type { FaultRule } from '../../lib/emulator/model/fault.wire.ts';
import type { EmulatorMessage } from '../../lib/emulator/model/message.wire.ts';
import type { PushUrls } from '../../lib/emulator/model/push.wire.ts';
import type { EmulatorReply } from '../../lib/emulator/model/reply.wire.ts';
import type { ReviewState } from '../../lib/emulator/model/review.wire.ts';
import { request } from '../shared/request.ts';

const BASE = '/_emulator';

export const EVENTS_URL = `${BASE}/events`;

const get = <T>(path: string) => request<T>('GET', BASE + path);
const post = <T>(path: string, body: unknown) => request<T>('POST', BASE + path, body);
const put = <T>(path: string, body: unknown) => request<T>('PUT', BASE + path, body);
const remove = (path: string) => request<{ deleted: number }>('DELETE', BASE + path);
const part = encodeURIComponent;

/** The REST interface of the emulator. */
export const api = {
  messages: (offset: number, limit: number) =>
    get<MessageList>(`/messages?offset=${offset}&limit=${limit}`),
  clearMessages: () => remove('/messages'),
  report: (id: string, errCode: string) =>
    post<EmulatorMessage>(`/messages/${part(id)}/receipt`, { errCode }),
  replies: () => get<ReplyList>('/replies'),
  reply: (phoneNumber: string, content: string) =>
    post<EmulatorReply>('/replies', { phoneNumber, content }),
  health: () => get<Health>('/health'),
  faults: () => get<FaultList>('/faults'),
  addFault: (rule: FaultRule) => post('/faults', rule),
  removeFault: (id: string) => remove(`/faults/${part(id)}`),
  magicNumbers: () => get<MagicNumberList>('/magic-numbers'),
  pushes: () => get<PushList>('/receipts'),
  setPushUrl: (url: string) => put<PushUrls>('/receipts/urls', url === '' ? {} : { url }),
  clock: () => get<ClockState>('/clock'),
  advanceClock: (ms: number) => post<ClockState>('/clock/advance', { ms }),
  setFlowControl: (enabled: boolean) => put<FlowControlState>('/flow-control', { enabled }),
  signs: () => get<SignList>('/signs'),
  templates: () => get<TemplateList>('/templates'),
  reviewSign: (name: string, state: ReviewState, reason: string) =>
    post(`/signs/${part(name)}/review`, { state, reason }),
  reviewTemplate: (code: string, state: ReviewState, reason: string) =>
    post(`/templates/${part(code)}/review`, { state, reason }),
};
