import type { Destination } from '../../lib/console/console.wire.ts';
import { Chip } from '../shared/chip.tsx';
import { texts } from './texts.ts';

interface DestinationProps {
  destination: Destination | null;
  /** As how many parts the message is billed, where that is known. */
  parts?: number | undefined;
}

/** Says whether a message stays on this machine, or reaches a person and costs money. */
export function DestinationNote({ destination, parts }: DestinationProps) {
  const t = texts.value;
  if (!destination) return null;
  const { kind } = destination;
  const isReal = kind === 'aliyun';
  const real = parts === undefined ? t.realUnknown : t.real(parts);
  return (
    <p class="destination">
      <Chip tone={kind === 'emulator' ? 'good' : 'warn'}>
        {isReal ? real : t.destinations[kind]}
      </Chip>
      <span class="muted">{t.destinationHints[kind]}</span>
      {destination.kind === 'emulator' ? (
        <a href={destination.inbox} target="_blank" rel="noreferrer">
          {t.openInbox}
        </a>
      ) : (
        <bdi class="mono">{destination.host}</bdi>
      )}
    </p>
  );
}
