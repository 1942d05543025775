import { Button } from '../../shared/button.tsx';
import { copyText } from '../../shared/clipboard.ts';
import { language } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { sharedTexts } from '../../shared/texts.ts';
import { showToast } from '../../shared/toast.tsx';
import { texts } from '../texts.ts';
import { failureText } from '../thread/receipt.ts';
import { magicNumbers } from './tools.ts';

export function MagicTab() {
  const t = texts.value;
  const known = magicNumbers.value.value;
  return (
    <>
      <p class="hint">{t.magicHint}</p>
      <ul class="rows">
        {known?.numbers.map(({ phoneNumber, title }) => (
          <NumberRow key={phoneNumber} phoneNumber={phoneNumber} text={title[language.value]} />
        ))}
      </ul>
      <h2>{t.magicReceipts}</h2>
      <ul class="rows">
        {known?.receipts.map(({ phoneNumber, errCode }) => (
          <NumberRow key={phoneNumber} phoneNumber={phoneNumber} text={receiptText(errCode)} />
        ))}
      </ul>
    </>
  );
}

function receiptText(errCode: string): string {
  if (errCode === 'DELIVERED') return texts.value.receiptStates.delivered;
  return `${failureText(errCode)} (${errCode})`;
}

function NumberRow({ phoneNumber, text }: { phoneNumber: string; text: string }) {
  const copy = async () => {
    await copyText(phoneNumber);
    showToast(sharedTexts.value.copied);
  };
  return (
    <li>
      <div class="main">
        <span class="mono">{phoneNumber}</span>
        <p>{text}</p>
      </div>
      <Button
        small
        icon
        aria-label={texts.value.copyNumber(phoneNumber)}
        onClick={() => void copy()}
      >
        <Icon name="copy" />
      </Button>
    </li>
  );
}
