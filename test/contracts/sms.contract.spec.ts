import { AliyunSmsModule, SmsRegistry } from 'nestjs-aliyun-sms';
import { describe, it } from 'vitest';
import { AcmeSms } from '../../sample/src/acme-sms.js';
import { boot, KEYS } from '../support/app.js';
import { ACCEPTED, respond, startMisbehavingServer } from '../support/misbehaving-server.js';
import { describeSmsContract, type ProviderBehaviour, type SmsUnderTest } from './sms.contract.js';

interface Bodies {
  accepted: string;
  refused: string;
}

const ALIYUN: Bodies = {
  accepted: ACCEPTED,
  refused: JSON.stringify({ Code: 'isv.SMS_CONTENT_ILLEGAL', Message: 'no', RequestId: 'R' }),
};
const ACME: Bodies = {
  accepted: '{"id":"acme-1"}',
  refused: '{"error":"isv.SMS_CONTENT_ILLEGAL"}',
};

/** Instances of all types, over one server that does what the test says. */
async function create(tested: string, bodies: Bodies): Promise<SmsUnderTest> {
  let behaviour: ProviderBehaviour = 'accept';
  const server = await startMisbehavingServer((socket) => {
    if (behaviour === 'cut') socket.destroy();
    else respond(socket, 200, behaviour === 'accept' ? bodies.accepted : bodies.refused);
  });
  const common = { ...KEYS, verifySign: '某某科技', retry: false, telemetry: false } as const;
  const app = await boot(
    AliyunSmsModule.forRoot({ logging: false, types: [AcmeSms] }),
    AliyunSmsModule.forFeature([
      { ...common, name: 'aliyun', endpoint: server.url },
      { ...common, name: 'backup', endpoint: server.url },
      { name: 'acme', type: 'SMS.Acme', url: server.url, apiToken: 'acme-token' },
      { name: 'failover', type: 'SMS.Failover', instances: ['aliyun', 'backup'] },
      { name: 'mixed', type: 'SMS.Failover', instances: ['acme', 'backup'] },
    ]),
  );
  const registry = app.get(SmsRegistry);
  return {
    sms: registry.get(tested),
    observe: (hooks) => registry.observe(hooks),
    behave: async (wanted) => {
      behaviour = wanted;
      if (wanted === 'unreachable') await server.close();
    },
    requests: () => server.requests.length,
    close: async () => {
      await app.close();
      if (behaviour !== 'unreachable') await server.close();
    },
  };
}

const runner = { describe, it };
describeSmsContract('SMS.Aliyun', () => create('aliyun', ALIYUN), runner);
describeSmsContract('SMS.Acme of the sample, a ProviderSms', () => create('acme', ACME), runner);
describeSmsContract('SMS.Failover of two accounts', () => create('failover', ALIYUN), runner);
describeSmsContract('SMS.Failover of another provider first', () => create('mixed', ACME), runner);
