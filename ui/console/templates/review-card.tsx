import type { ReviewedSign, ReviewedTemplate } from '../../../lib/console/console.wire.ts';
import { Chip } from '../../shared/chip.tsx';
import { Icon } from '../../shared/icon.tsx';
import { link } from '../place.ts';
import { texts } from '../texts.ts';
import { Pieces } from '../try/pieces.tsx';
import { piecesOf } from '../try/template-text.ts';

const TONES = {
  approved: 'good',
  rejected: 'bad',
  reviewing: 'warn',
  cancelled: undefined,
  unknown: undefined,
} as const;

function State({ state }: Pick<ReviewedSign, 'state'>) {
  return <Chip tone={TONES[state]}>{texts.value.reviewStates[state]}</Chip>;
}

function Reason({ reason }: Pick<ReviewedSign, 'reason'>) {
  if (!reason) return null;
  return (
    <p class="reason">
      <b>{texts.value.reason}</b> {reason}
    </p>
  );
}

export function TemplateCard(props: { template: ReviewedTemplate; instance: string }) {
  const t = texts.value;
  const { template, instance } = props;
  const kind = Object.hasOwn(t.templateKinds, template.kind) ? t.templateKinds[template.kind] : '';
  return (
    <li class="card review">
      <header>
        <div class="titles">
          <h2 dir="auto">{template.name || template.code}</h2>
          <div class="facts">
            <bdi class="mono">{template.code}</bdi>
            {kind && <Chip>{kind}</Chip>}
            <State state={template.state} />
          </div>
        </div>
        <a
          class="button small"
          href={link('try', instance, template.code)}
          aria-label={`${t.tryOut} ${template.code}`}
        >
          <Icon name="send" />
          {t.tryOut}
        </a>
      </header>
      <p class="bubble" dir="auto">
        <Pieces pieces={piecesOf(template.content, {})} />
      </p>
      <Reason reason={template.reason} />
    </li>
  );
}

export function SignCard({ sign }: { sign: ReviewedSign }) {
  return (
    <li class="card review">
      <header>
        <h2>
          <bdi>{`【${sign.name}】`}</bdi>
        </h2>
        <State state={sign.state} />
      </header>
      <Reason reason={sign.reason} />
    </li>
  );
}
