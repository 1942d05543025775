const PAGE = 10;

/** Where a key leads in a list of `count` entries, `undefined` for a key that leads nowhere. */
export function stepOf(
  key: string,
  from: number,
  count: number,
  direction: 'vertical' | 'horizontal' = 'vertical',
): number | undefined {
  if (count === 0) return undefined;
  const [back, on] =
    direction === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  const to = {
    [back!]: from - 1,
    [on!]: from + 1,
    Home: 0,
    End: count - 1,
    ...(direction === 'vertical' && { PageUp: from - PAGE, PageDown: from + PAGE }),
  }[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1);
}
