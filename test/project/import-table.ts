import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { PROJECT_PATH } from './project-path.ts';

const TABLE = join(PROJECT_PATH, '.dependency-cruiser.mjs');

interface Table {
  forbidden: unknown[];
  allowed: unknown[];
  allowedSeverity: 'error';
  options: ICruiseOptions;
}

/** One line for each import that no row of the table allows, and each import ring, below `folder`. */
export async function importsRefused(folder: string): Promise<string[]> {
  const { options, ...ruleSet } = ((await import(TABLE)) as { default: Table }).default;
  const { output } = await cruise(
    ['electron', 'renderer', 'shared'],
    { ...options, baseDir: folder, validate: true, ruleSet: ruleSet as NonNullable<ICruiseOptions['ruleSet']> },
    options.enhancedResolveOptions,
  );
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to, cycle }) =>
      `${rule.name}: ${[from, ...(cycle ? cycle.map(({ name }) => name) : [to])].join(' → ')}`,
  );
}

// `npm run imports` runs this file.
if (import.meta.main) {
  const refused = await importsRefused(PROJECT_PATH);
  for (const line of refused) console.log(line);
  process.exitCode = refused.length > 0 ? 1 : 0;
}
