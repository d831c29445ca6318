/** Small tools for the benches: time, order statistics, and the table at the end. */

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export interface Times {
  ms: number;
  /** CPU time of this process: the better measure on a busy machine. */
  cpuMs: number;
}

export async function timeOf(work: () => unknown): Promise<Times> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

export interface Comparison {
  ours: Times;
  raw: Times;
}

/** The fastest of several rounds: the one least disturbed by other programs. */
export function fastest(rounds: readonly Times[]): Times {
  return { ms: Math.min(...rounds.map((each) => each.ms)), cpuMs: Math.min(...rounds.map((each) => each.cpuMs)) };
}

/**
 * Two ways to do one thing, in turns, so that a busy moment of the machine affects both. The first round warms up and
 * is not counted.
 */
export async function compare(
  rounds: number,
  ours: (round: number) => unknown,
  raw: (round: number) => unknown,
): Promise<Comparison> {
  const times = { ours: [] as Times[], raw: [] as Times[] };
  for (let round = 0; round <= rounds; round += 1) {
    times.ours.push(await timeOf(() => ours(round)));
    times.raw.push(await timeOf(() => raw(round)));
  }
  return { ours: fastest(times.ours.slice(1)), raw: fastest(times.raw.slice(1)) };
}

/** One measurement and its limit, where there is one. */
export interface Line {
  what: string;
  measured: string;
  against: string;
  /** The figure to compare with the goal. */
  figure: number | null;
  goal: number | null;
  unit: 'x' | 'ms';
}

export function ratioLine(what: string, { ours, raw }: Comparison, goal: number | null): Line {
  return {
    what,
    measured: ms(ours.ms),
    against: `raw ${ms(raw.ms)}; computing ${ms(ours.cpuMs)}, raw ${ms(raw.cpuMs)}`,
    figure: ours.ms / raw.ms,
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
