import { expect, onTestFinished, test, vi } from 'vitest';
import { createAppState } from '../../../renderer/app/create-app-state.ts';
import { cancelWork, followWork } from '../../../renderer/state/follow-work.ts';
import { heldApi } from '../fake-api.ts';

const report = (id: number, done: number) =>
  ({ name: 'work.progress', payload: { id, text: `Reading file ${done} of 42`, done, total: 42 } }) as const;

function windowOf() {
  const held = heldApi();
  const state = createAppState(held.api);
  followWork(state);
  return { ...held, state, session: () => state.session.getState() };
}

test('work is announced once, and its numbers follow the reports', () => {
  const { emit, session } = windowOf();
  emit(report(7, 1));
  expect(session().announcement).toEqual({ text: 'Reading file 1 of 42.', serial: 1 });
  emit(report(7, 12));
  expect(session().work).toMatchObject({ kind: 'running', done: 12, total: 42 });
  expect(session().announcement.serial).toBe(1);
});

test('a cancel names the work, and its end is told for a moment', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { calls, emit, session, state } = windowOf();
  emit(report(7, 1));
  void cancelWork(state);
  expect(calls).toMatchObject([{ method: 'work.cancel', input: { id: 7 } }]);
  emit(report(7, 2));
  expect(session().work).toMatchObject({ isCancelling: true });
  emit({ name: 'work.ended', payload: { id: 7, how: 'cancelled' } });
  expect(session().work).toMatchObject({ kind: 'ended', text: 'Cancelled. Nothing was changed.' });
  expect(session().announcement.text).toBe('Cancelled. Nothing was changed.');
  vi.advanceTimersByTime(10_000);
  expect(session().work).toEqual({ kind: 'none' });
});

test('the end of one work leaves the next one on the line', () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { emit, session } = windowOf();
  emit(report(7, 1));
  emit({ name: 'work.ended', payload: { id: 7, how: 'done' } });
  emit(report(8, 1));
  vi.advanceTimersByTime(10_000);
  expect(session().work).toMatchObject({ kind: 'running', id: 8 });
});
