import { describe, expect, it } from 'vitest';
import {
  schemaError,
  type JsonSchema,
  type Schemas,
} from '../../lib/emulator/control/json-schema.js';
import { http } from './support/raw-call.js';
import { sendSmsRequest } from './support/sdk.js';
import { useEmulator } from './support/use-emulator.js';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string }[];
  requestBody?: object;
  responses: Record<string, { content: { 'application/json': { schema: JsonSchema } } }>;
}
interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas };
}

/** A call of every operation that the file names, with the status that it should bring. */
const CALLS: [id: string, method: string, path: string, body?: unknown, status?: number][] = [
  ['health', 'GET', '/health'],
  ['listMessages', 'GET', '/messages?limit=1'],
  ['waitForMessage', 'GET', '/messages/wait?phoneNumber=13900001234'],
  ['waitForMessage', 'GET', '/messages/wait?phoneNumber=13900009999&timeout=1', undefined, 404],
  ['getMessage', 'GET', '/messages/latest?search=123456'],
  ['getMessage', 'GET', '/messages/none', undefined, 404],
  ['getCode', 'GET', '/messages/latest/code'],
  ['getCode', 'GET', '/messages/latest/code?outId=none', undefined, 404],
  ['reportMessage', 'POST', '/messages/latest/receipt', { errCode: 'EXPIRED' }],
  ['reportMessage', 'POST', '/messages/latest/receipt', { copies: 0 }, 400],
  ['reportMessages', 'POST', '/receipts', { messageIds: ['latest'], reversed: true }],
  ['setPushUrls', 'PUT', '/receipts/urls', { url: 'http://127.0.0.1:1/' }],
  ['setPushUrls', 'PUT', '/receipts/urls', { url: 'file:///etc' }, 400],
  ['setPushUrls', 'PUT', '/receipts/urls', { SmsUp: 'http://127.0.0.1:1/' }],
  ['sendReply', 'POST', '/replies', { phoneNumber: '13900001234', content: 'TD' }],
  ['sendReply', 'POST', '/replies', { phoneNumber: '1', content: 'TD' }, 400],
  ['listReplies', 'GET', '/replies'],
  ['listPushes', 'GET', '/receipts'],
  ['putTemplate', 'POST', '/templates', { templateCode: 'T 1', templateContent: '${code}' }],
  ['putTemplate', 'POST', '/templates', { templateCode: '' }, 400],
  ['listTemplates', 'GET', '/templates'],
  ['reviewTemplate', 'POST', '/templates/T%201/review', { state: 'rejected', reason: '原因' }],
  ['reviewTemplate', 'POST', '/templates/T/review', { state: 'approved' }, 404],
  ['reviewTemplate', 'POST', '/templates/T%201/review', { state: 'good' }, 400],
  ['deleteTemplate', 'DELETE', '/templates/T%201'],
  ['deleteTemplate', 'DELETE', '/templates/T%201', undefined, 404],
  ['putSign', 'POST', '/signs', { signName: '甲', state: 'reviewing' }],
  ['listSigns', 'GET', '/signs'],
  ['reviewSign', 'POST', '/signs/%E7%94%B2/review', { state: 'approved' }],
  ['reviewSign', 'POST', '/signs/nobody/review', { state: 'approved' }, 404],
  ['deleteSign', 'DELETE', '/signs/%E7%94%B2'],
  ['deleteSign', 'DELETE', '/signs/%ff', undefined, 400],
  ['addFault', 'POST', '/faults', { effect: { type: 'hang' }, match: { share: 0.1 }, count: 1 }],
  ['addFault', 'POST', '/faults', { effect: { type: 'explode' } }, 400],
  ['addFault', 'POST', '/faults', { effect: { type: 'refuse' } }, 400],
  ['listFaults', 'GET', '/faults'],
  ['removeFault', 'DELETE', '/faults/f1'],
  ['removeFault', 'DELETE', '/faults/f1', undefined, 404],
  ['clearFaults', 'DELETE', '/faults'],
  ['listMagicNumbers', 'GET', '/magic-numbers'],
  ['setFlowControl', 'PUT', '/flow-control', { enabled: true }],
  ['setFlowControl', 'PUT', '/flow-control', { enabled: 'yes' }, 400],
  ['getClock', 'GET', '/clock'],
  ['advanceClock', 'POST', '/clock/advance', { ms: 1_000 }],
  ['advanceClock', 'POST', '/clock/advance', { ms: -1 }, 400],
  ['clearMessages', 'DELETE', '/messages'],
  ['reset', 'POST', '/reset'],
];

describe('The REST interface', () => {
  const used = useEmulator();
  const openApi = async () => (await used.rest('GET', '/openapi.json')).json as unknown as OpenApi;

  it('answers every operation as its OpenAPI file says', async () => {
    const document = await openApi();
    expect(document.openapi).toBe('3.1.0');
    await used.sdk.sendSms(sendSmsRequest());
    const met = new Set<string>();
    for (const [id, method, path, body, status = 200] of CALLS) {
      const answer = await used.rest(method, path, body);
      const operation = operationAt(document, method, `/_emulator${path.split('?')[0]!}`);
      const schema = operation?.responses[answer.status]?.content['application/json'].schema;
      const error = schema
        ? schemaError(answer.json, schema, document.components.schemas)
        : 'an answer that is not in the file';
      expect({
        call: `${method} ${path}: ${answer.body}`,
        id: operation?.operationId,
        status: answer.status,
        error,
      }).toMatchObject({ id, status, error: undefined });
      met.add(id);
    }
    const all = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(all.map(({ operationId }) => operationId).filter((id) => !met.has(id))).toEqual([]);
  });

  function operationAt(document: OpenApi, method: string, path: string) {
    const found = Object.keys(document.paths)
      .toSorted((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
      .find(
        (each) =>
          new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(path) &&
          document.paths[each]![method.toLowerCase()],
      );
    return found === undefined ? undefined : document.paths[found]![method.toLowerCase()];
  }

  it('refuses what it does not know', async () => {
    expect((await used.rest('GET', '/nothing')).status).toBe(404);
    expect((await used.rest('PATCH', '/messages')).status).toBe(405);
    const query = await used.rest('GET', '/messages?phone=1');
    expect([query.status, query.json]).toEqual([400, { error: 'query.phone is not known' }]);
    const body = await used.rest('POST', '/signs', { signName: '甲', more: 1 });
    expect([body.status, body.json]).toEqual([400, { error: 'body.more is not known' }]);
    expect((await used.rest('POST', '/signs', null)).status).toBe(400);
  });

  it('filters and pages', async () => {
    for (const outId of ['a', 'b', 'c']) await used.sdk.sendSms(sendSmsRequest({ outId }));
    const page = await used.rest('GET', '/messages?offset=1&limit=1&search=code');
    expect(page.json).toMatchObject({ total: 3, messages: [{ outId: 'b' }] });
    expect((await used.rest('GET', '/messages?receipt=delivered')).json).toMatchObject({
      total: 0,
    });
    expect((await used.rest('GET', '/messages?phoneNumber=%2B8613900001234')).json).toMatchObject({
      total: 3,
    });
  });

  it('answers a wait as soon as the message is there', async () => {
    const wait = used.rest('GET', '/messages/wait?outId=later');
    await used.sdk.sendSms(sendSmsRequest({ outId: 'earlier' }));
    await used.sdk.sendSms(sendSmsRequest({ outId: 'later' }));
    expect((await wait).json).toMatchObject({ outId: 'later', code: '123456' });
  });

  it('is not for pages of other sites, by their own name or by ours', async () => {
    const { endpoint } = used.emulator;
    const get = (headers: Record<string, string>) =>
      http(used.emulator, 'GET', '/_emulator/messages', headers);
    const port = endpoint.split(':')[1]!;
    expect((await get({ host: endpoint, origin: 'http://evil.example' })).status).toBe(403);
    expect((await get({ host: `evil.example:${port}` })).status).toBe(403);
    expect((await get({ host: endpoint, origin: `http://${endpoint}` })).status).toBe(200);
    expect((await get({ host: `localhost:${port}` })).status).toBe(200);
  });

  it('never shows a secret', async () => {
    const { accessSecret } = used.emulator.accounts[0]!;
    for (const path of ['/health', '/openapi.json', '/messages', '/receipts']) {
      expect((await used.rest('GET', path)).body).not.toContain(accessSecret);
    }
  });
});
