// Setup file of the run without a mutant: tells for each spec which blocks it came by.
import { afterAll, beforeAll, beforeEach } from 'vitest';

const entered = new Set();
globalThis.entered = entered;
let whenLoaded = [];
let file;

beforeAll(() => {
  // A module is loaded once for all specs, so what runs then says nothing of this spec alone.
  whenLoaded = [...entered];
});

beforeEach(({ task }) => {
  file = task.file;
});

afterAll(() => {
  Object.assign(file?.meta ?? {}, { entered: [...entered], whenLoaded });
});
