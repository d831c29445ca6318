import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tempFolder, testDesk } from '../helpers/desk.ts';
import { snapshot } from '../helpers/snapshot.ts';

// Schema 80, made by the version before the desk was sorted by subject: about 130 steps of every kind, some undone.
const OLD_LIBRARY = new URL('../fixtures/libraries/schema-80.patchdesk.gz', import.meta.url);

test('every step of a library made by an earlier version undoes, and redoes to the same rows', async () => {
  const path = join(tempFolder(), 'library.patchdesk');
  writeFileSync(path, gunzipSync(readFileSync(OLD_LIBRARY)));
  const desk = testDesk({ path });
  expect((await desk.ask('library.check', {})).problems).toEqual([]);
  const opened = snapshot(path);

  let undone = 0;
  while ((await desk.ask('library.info', {})).undo !== null) {
    await desk.ask('history.undo', {});
    undone += 1;
  }
  expect(undone).toBeGreaterThan(90);
  const empty = snapshot(path);
  expect([empty['articles'], empty['tags'], empty['placements']]).toEqual([[], [], []]);

  for (let n = 0; n < undone; n += 1) await desk.ask('history.redo', {});
  expect(snapshot(path)).toEqual(opened);
  expect((await desk.ask('library.check', {})).problems).toEqual([]);
}, 60_000);
