import { Button } from '../shared/button.tsx';
import { Chip } from '../shared/chip.tsx';
import { copyText } from '../shared/clipboard.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { sharedTexts } from '../shared/texts.ts';
import { showToast } from '../shared/toast.tsx';
import { connection } from './inbox.ts';
import { texts } from './texts.ts';

/** The account of an emulator that was started without accounts: its secret is in the manual. */
const DEFAULT_ACCESS_KEY = 'LTAI5tEmulator0000000000';
const DEFAULT_SECRET = 'emulator-secret';

function snippet(accessKey: string): string {
  return `import Dysmsapi from '@alicloud/dysmsapi20170525';
import { Config } from '@alicloud/openapi-client';

const client = new Dysmsapi.default(new Config({
  accessKeyId: '${accessKey}',
  accessKeySecret: '${accessKey === DEFAULT_ACCESS_KEY ? DEFAULT_SECRET : '…'}',
  endpoint: '${location.host}',
  protocol: 'http',
}));
await client.sendSms(new Dysmsapi.SendSmsRequest({
  phoneNumbers: '13900001234',
  signName: '某某科技',
  templateCode: 'SMS_123456789',
  templateParam: JSON.stringify({ code: '123456' }),
}));`;
}

/** What is shown before the first message. */
export function FirstMessage() {
  const t = texts.value;
  const accessKey = connection.health.value?.accessKeys[0] ?? '';
  const text = snippet(accessKey);
  const copy = async () => {
    await copyText(text);
    showToast(sharedTexts.value.copied);
  };
  return (
    <section class="first">
      <EmptyState title={t.emptyTitle}>
        <p class="muted">{t.emptyText}</p>
        <dl class="addresses">
          <dt>{t.endpoint}</dt>
          <dd>
            <Chip mono>{location.host}</Chip>
          </dd>
          <dt>{t.accessKey}</dt>
          <dd>
            <Chip mono>{accessKey}</Chip>
          </dd>
        </dl>
        <pre>
          <code>{text}</code>
        </pre>
        <div>
          <Button kind="primary" onClick={() => void copy()}>
            {t.copySnippet}
          </Button>
        </div>
      </EmptyState>
    </section>
  );
}
