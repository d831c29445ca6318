import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EditorName } from '../../electron/suggest/entries.ts';
import { type Gazetteer, parseGazetteer } from '../../electron/suggest/gazetteer.ts';
import { SystemCode } from '../../shared/models.ts';
import { makeRegister, type Register, RegisterFile } from '../../shared/systems/register.ts';

const RESOURCES = join(import.meta.dirname, '../../resources');
const json = (file: string): unknown => JSON.parse(readFileSync(join(RESOURCES, file), 'utf8'));

const Series = z.object({
  series: z.array(
    z.object({
      id: z.string(),
      kind: z.literal('series'),
      text: z.string(),
      systems: z.array(SystemCode),
      matchCase: z.boolean(),
    }),
  ),
});

/** The gazetteer as it ships. */
export function readGazetteer(): Gazetteer {
  const file = (name: string) => json(`gazetteer/${name}.json`);
  return parseGazetteer({
    systems: file('systems'),
    trusts: file('trusts'),
    sites: file('sites'),
    places: file('places'),
    former: file('former'),
  });
}

export function readSeries(): EditorName[] {
  return Series.parse(json('gazetteer/series.json')).series;
}

export function readRegister(): Register {
  return makeRegister(RegisterFile.parse(json('register/systems.json')));
}
