import 'reflect-metadata';
import { afterAll, beforeAll, vi } from 'vitest';
import { watchGlobalState } from './global-state.js';

let changes: () => string[];
beforeAll(() => {
  changes = watchGlobalState();
});
// Runs after the hooks of the spec. A server that closes takes some turns.
afterAll(() =>
  vi.waitFor(() => {
    const left = changes();
    if (left.length > 0) throw new Error(`This spec leaves behind: ${left.join(', ')}`);
  }, 10_000),
);
