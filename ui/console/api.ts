import type {
  CreateInstance,
  DeliveryAnswer,
  DeliveryQuery,
  HealthAnswer,
  InstanceAnswer,
  RemovedAnswer,
  SendsAnswer,
  SendsQuery,
  SentAnswer,
  SignsAnswer,
  StateAnswer,
  TemplatesAnswer,
  TryMessage,
} from '../../lib/console/console.wire.ts';
import { call } from './call.ts';

const path = (name: string, ...more: readonly string[]) =>
  ['instances', name, ...more].map(encodeURIComponent).join('/');

const queryOf = (values: SendsQuery) =>
  new URLSearchParams(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, String(value)]),
  ).toString();

/** The API of the console. */
export const api = {
  state: () => call<StateAnswer>('GET', 'state'),
  create: (body: CreateInstance) => call<InstanceAnswer>('POST', 'instances', { body }),
  edit: ({ name, ...body }: CreateInstance, version: string | null) =>
    call<InstanceAnswer>('PUT', path(name), { body, version }),
  remove: (name: string, version: string | null) =>
    call<RemovedAnswer>('DELETE', path(name), { version }),
  health: (name: string) => call<HealthAnswer>('GET', path(name, 'health')),
  send: (name: string, body: TryMessage) =>
    call<SentAnswer>('POST', path(name, 'messages'), { body }),
  delivery: (name: string, body: DeliveryQuery) =>
    call<DeliveryAnswer>('POST', path(name, 'delivery'), { body }),
  sends: (query: SendsQuery) => call<SendsAnswer>('GET', `sends?${queryOf(query)}`),
  templates: (name: string, page: number) =>
    call<TemplatesAnswer>('GET', `${path(name, 'templates')}?page=${page}`),
  signs: (name: string, page: number) =>
    call<SignsAnswer>('GET', `${path(name, 'signs')}?page=${page}`),
};
