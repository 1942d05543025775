import type { ComponentChildren, HTMLAttributes } from 'preact';

interface ChipProps extends Omit<HTMLAttributes<HTMLSpanElement>, 'class'> {
  class?: string;
  tone?: 'good' | 'bad' | 'warn' | undefined;
  /** For codes and names that a program gave. */
  mono?: boolean;
  children: ComponentChildren;
}

export function Chip({ tone, mono, class: extra, children, ...rest }: ChipProps) {
  return (
    <span {...rest} class={['chip', tone, mono && 'mono', extra].filter(Boolean).join(' ')}>
      {children}
    </span>
  );
}
