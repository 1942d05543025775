import type { ComponentChildren } from 'preact';
import type { RecentSend } from '../../../lib/console/console.wire.ts';
import { Button } from '../../shared/button.tsx';
import { Chip } from '../../shared/chip.tsx';
import { formatTime } from '../../shared/i18n.ts';
import { store } from '../console.ts';
import { link, slide } from '../place.ts';
import { errorText } from '../problem.tsx';
import { said, texts } from '../texts.ts';
import { tryAgain } from '../try/again.ts';

type Entry = readonly [title: string, value: ComponentChildren, isMono?: boolean];

/** What was asked, how it was answered, and what became of it. */
export function SendDetails({ send }: { send: RecentSend }) {
  const t = texts.value;
  const { request, answer, outcome } = send;
  const canTry = store.instance(send.instance) !== undefined && request.template !== null;
  return (
    <div class="send-details">
      {outcome !== 'accepted' && (
        <p class="error">
          {errorText(send)} {said(send.remedy)}
        </p>
      )}
      <div class="sides">
        <section aria-label={t.request}>
          <h2>{t.request}</h2>
          <Pairs
            entries={[
              [t.time, formatTime('full', send.at)],
              [t.instance, <InstanceLink key="link" name={send.instance} />],
              [t.attemptOf, send.attemptOf],
              [t.template, request.template, true],
              [t.signature, request.sign],
              [t.variables, request.params.join(', '), true],
              [t.recipients, t.recipientList(request.to, request.recipients)],
              [t.ids.outId, request.outId, true],
            ]}
          />
        </section>
        <section aria-label={t.answer}>
          <h2>{t.answer}</h2>
          <Pairs
            entries={[
              [t.code, answer.aliyunCode, true],
              [t.httpStatus, answer.status],
              [t.ids.requestId, answer.requestId, true],
              [t.ids.bizId, answer.bizId, true],
              [t.attemptsTitle, send.attempts],
            ]}
          />
          <RawTexts texts={[answer.aliyunMessage, send.message]} />
        </section>
      </div>
      <Receipts send={send} />
      {canTry && (
        <div class="actions">
          <Button
            small
            onClick={() => {
              tryAgain(send);
              slide('try', send.instance, request.template);
            }}
          >
            {t.tryAgain}
          </Button>
          <span class="hint">{t.tryAgainHint}</span>
        </div>
      )}
    </div>
  );
}

function InstanceLink({ name }: { name: string }) {
  return <a href={link('instances', name)}>{name}</a>;
}

function Pairs({ entries }: { entries: readonly Entry[] }) {
  return (
    <dl class="pairs">
      {entries.map(
        ([title, value, isMono]) =>
          value !== null &&
          value !== undefined &&
          value !== '' && [
            <dt key={`${title}-title`}>{title}</dt>,
            <dd key={title} class={isMono ? 'mono' : undefined}>
              {value}
            </dd>,
          ],
      )}
    </dl>
  );
}

/** What the server and Aliyun say, in their own words. */
function RawTexts({ texts: given }: { texts: readonly (string | null | undefined)[] }) {
  const raw = [...new Set(given)].filter((text): text is string => !!text && text !== 'OK');
  if (raw.length === 0) return null;
  return (
    <details>
      <summary>{texts.value.rawText}</summary>
      {raw.map((text) => (
        <p key={text} class="mono">
          {text}
        </p>
      ))}
    </details>
  );
}

function Receipts({ send }: { send: RecentSend }) {
  const t = texts.value;
  return (
    <section aria-label={t.receipts}>
      <h2>{t.receipts}</h2>
      {send.receipts.length === 0 ? (
        <p class="hint">{t.noReceipts}</p>
      ) : (
        <ul class="rows">
          {send.receipts.map((receipt) => (
            <li key={`${receipt.phone} ${receipt.at}`}>
              <span class="main mono">{receipt.phone}</span>
              {receipt.errorCode && <code>{receipt.errorCode}</code>}
              <Chip tone={receipt.state === 'delivered' ? 'good' : 'bad'}>
                {t.deliveries[receipt.state]}
              </Chip>
              <time dateTime={receipt.at}>{formatTime('clock', receipt.at)}</time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
