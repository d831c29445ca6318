/** Small tools for the benches: time, order statistics, and the table at the end. */

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export async function timeMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Medians of two ways to do one thing, run turn about so that a busy moment of the machine hits both.
 * The first round warms up and is not counted.
 */
export async function compareMs(
  rounds: number,
  ours: (round: number) => unknown,
  raw: (round: number) => unknown,
): Promise<{ ours: number; raw: number }> {
  const oursMs: number[] = [];
  const rawMs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    oursMs.push(await timeMs(() => ours(round)));
    rawMs.push(await timeMs(() => raw(round)));
  }
  return { ours: median(oursMs.slice(1)), raw: median(rawMs.slice(1)) };
}

/** One measured thing and, where there is one, what it should stay under. */
export interface Line {
  what: string;
  measured: string;
  against: string;
  /** The figure that the goal is about. */
  figure: number | null;
  goal: number | null;
  unit: 'x' | 'ms';
}

export function ratioLine(what: string, times: { ours: number; raw: number }, goal: number | null): Line {
  return {
    what,
    measured: ms(times.ours),
    against: `raw ${ms(times.raw)}`,
    figure: times.ours / times.raw,
    goal,
    unit: 'x',
  };
}

export function ms(value: number): string {
  return `${value.toFixed(value < 1 ? 3 : value < 100 ? 1 : 0)} ms`;
}

/** True when every goal is met. */
export function report(title: string, lines: readonly Line[]): boolean {
  const unmet = lines.filter(({ figure, goal }) => goal !== null && !(figure !== null && figure <= goal));
  const rows = lines.map(({ what, measured, against, figure, goal, unit }) => {
    const amount = (value: number) => (unit === 'x' ? `${value.toFixed(2)}x` : ms(value));
    const verdict = goal === null ? '' : figure !== null && figure <= goal ? 'met' : 'NOT MET';
    return [
      what,
      measured,
      against,
      figure === null ? '' : amount(figure),
      goal === null ? '' : `<= ${amount(goal)}`,
      verdict,
    ];
  });
  const table = [['', 'measured', 'against', 'figure', 'goal', ''], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const text = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`\n${title}\n${text.join('\n')}\n`);
  if (unmet.length > 0)
    process.stdout.write(`${unmet.length} of ${lines.filter((line) => line.goal !== null).length} goals not met.\n`);
  return unmet.length === 0;
}
