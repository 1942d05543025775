import type { Piece } from './template-text.ts';

/** A text whose variables are marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, kind }, i) =>
        kind ? (
          <span key={i} class={kind}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </>
  );
}
