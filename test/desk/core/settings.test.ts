import { describe, expect, test } from 'vitest';
import { DEFAULT_KEYS } from '../../../shared/keys.ts';
import { testDesk } from '../../helpers/desk.ts';

describe('settings', () => {
  test('begin with the usual keys', async () => {
    const desk = testDesk();
    expect(await desk.ask('settings.get', {})).toMatchObject({ theme: 'system', keys: DEFAULT_KEYS });
  });

  test('keep the keys an editor sets, beside what else is set', async () => {
    const desk = testDesk();
    const keys = { singleLetter: false, codes: { 'queue.done': 'KeyD' } };
    await desk.ask('settings.set', { keys });
    await desk.ask('settings.set', { theme: 'dark', panes: { queue: 300 } });
    expect(await desk.ask('settings.get', {})).toMatchObject({ theme: 'dark', panes: { queue: 300 }, keys });
    // Set whole: a key that is usual again leaves no trace.
    await desk.ask('settings.set', { keys: DEFAULT_KEYS });
    expect((await desk.ask('settings.get', {})).keys).toEqual(DEFAULT_KEYS);
  });

  test('refuse a key that is no place on a keyboard', async () => {
    const desk = testDesk();
    await desk.refuse('settings.set', { keys: { singleLetter: true, codes: { 'queue.done': 'Ctrl+E' } } });
    expect((await desk.ask('settings.get', {})).keys).toEqual(DEFAULT_KEYS);
  });
});
