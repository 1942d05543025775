import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

interface ButtonProps extends Omit<ButtonHTMLAttributes, 'class'> {
  class?: string;
  kind?: 'primary' | 'danger' | 'quiet';
  small?: boolean;
  /** It shows an icon only: give it an `aria-label`. */
  icon?: boolean;
  children: ComponentChildren;
}

export function Button({ kind, small, icon, class: extra, children, ...rest }: ButtonProps) {
  const classes = ['button', kind, small && 'small', icon && 'icon', extra].filter(Boolean);
  return (
    <button type="button" {...rest} class={classes.join(' ')}>
      {children}
    </button>
  );
}
