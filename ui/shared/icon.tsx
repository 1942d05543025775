/** Line icons on a 24 by 24 ground. */
const PATHS = {
  copy: 'M9 9h10v11H9zM5 15V4h10',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-8-6 17-3-7-7-2z',
  check: 'M5 13l4 4L19 7',
  down: 'M12 5v14M6 13l6 6 6-6',
  reply: 'M9 7L4 12l5 5M4 12h9a7 7 0 0 1 7 7',
  theme: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
};

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill={name === 'theme' ? 'currentColor' : 'none'}
      fill-opacity={name === 'theme' ? 0.35 : undefined}
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
