import 'reflect-metadata';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { watchGlobalState } from './global-state.js';

let changes: () => string[];
beforeAll(() => {
  changes = watchGlobalState();
});
// Runs after the hooks of the spec. A server that closes takes some turns.
afterAll(() => vi.waitFor(() => expect(changes(), 'left behind').toEqual([]), 10_000));
