import { expect, it } from 'vitest';
import { bootInstance, rejectionOf } from './support/app.js';
import { respond, startMisbehavingServer } from './support/misbehaving-server.js';

it('findMessage has one deadline for all pages', async () => {
  const records = Array.from({ length: 50 }, (_, i) => ({ OutId: `o${i}`, SendStatus: 1 }));
  const page = JSON.stringify({
    Code: 'OK',
    TotalCount: 5000,
    SmsSendDetailDTOs: { SmsSendDetailDTO: records },
  });
  const server = await startMisbehavingServer((socket) => {
    setTimeout(() => respond(socket, 200, page), 100);
  });
  const { sms, app } = await bootInstance(server.url, { timeout: 450 });
  const query = { outId: 'mine', phone: '13800138000', sentAt: Date.now() };
  expect(await rejectionOf(sms.findMessage(query))).toMatchObject({
    code: 46003,
    reason: 'deadline',
  });
  expect(server.requests.length).toBeLessThan(6);
  await app.close();
  await server.close();
});
