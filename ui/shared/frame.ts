/** In a tab that is not seen there are no frames: its title still has to change. */
const HIDDEN_MS = 200;

export type Schedule = (run: () => void) => void;

/** Runs before the next frame is drawn. */
export const nextFrame: Schedule = (run) => {
  const go = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    run();
  };
  const frame = requestAnimationFrame(go);
  const timer = setTimeout(go, HIDDEN_MS);
};

/** Returns a function that may be called any number of times; `draw` runs once per frame. */
export function oncePerFrame(draw: () => void, schedule: Schedule = nextFrame): () => void {
  let isScheduled = false;
  return () => {
    if (isScheduled) return;
    isScheduled = true;
    schedule(() => {
      isScheduled = false;
      draw();
    });
  };
}
