import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium-install.ts';
import { PROJECT } from './e2e/desktop-choice.ts';

// `npm test` runs everything. With `check`, only what needs no build and no browser, and quietly; with
// `deep`, the costly properties on all their cases and every end-to-end spec through both doors.

interface Count {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  /** Node programs, one after the other until one fails. */
  programs: string[][];
  count?: () => Count | null;
  /** Output that is not kept until the end but shown as it comes. */
  isShown?: boolean;
}

interface Outcome {
  step: Step;
  isOk: boolean;
  output: string;
  seconds: number;
}

const mode = process.argv[2];
const isCheck = mode === 'check';
const results = join(PROJECT, 'test-results');
const unitFile = join(results, 'unit.json');
const e2eFile = join(results, 'e2e.json');
const total: Count = { passed: 0, failed: 0 };

mkdirSync(results, { recursive: true });
for (const file of [unitFile, e2eFile]) rmSync(file, { force: true });

const env: NodeJS.ProcessEnv = {
  ...process.env,
  PATCHDESK_E2E_JSON: e2eFile,
  ...(mode === 'deep' && { PATCHDESK_PROPERTY_RUNS: '1', PATCHDESK_BOTH_DOORS: '1' }),
};

const modules = join(PROJECT, 'node_modules');
const biome = join(modules, '@biomejs', 'biome', 'bin', 'biome');
const tsc = join(modules, 'typescript', 'bin', 'tsc');
const knip = join(modules, 'knip', 'bin', 'knip.js');
const vitest = join(modules, 'vitest', 'vitest.mjs');
const playwright = join(modules, '@playwright', 'test', 'cli.js');

// Between runs the compiler keeps what it found out about files that have not changed.
const types = ['shared', 'electron', 'renderer', 'test'].map((folder) => {
  const kept = join(modules, '.cache', 'patchdesk', `${folder}.tsbuildinfo`);
  return [tsc, '-p', folder, '--incremental', '--tsBuildInfoFile', kept];
});
const unit = [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitFile}`];
const build: Step = { name: 'build', programs: [[join('electron', 'start', 'build.ts')]] };

// The unit tests have the processors to share with all that is quick.
const quick: Step[] = [
  { name: 'format', programs: [[biome, 'format']] },
  {
    name: 'lint',
    programs: [[biome, 'check', '--formatter-enabled=false', '--error-on-warnings', '--diagnostic-level=warn']],
  },
  { name: 'unused code', programs: [[knip, '--no-progress']] },
  { name: 'types', programs: types },
  ...(isCheck ? [] : [build]),
];
const built = await runBeside([quick, [{ name: 'unit', programs: [unit], count: countUnit }]]);

if (!isCheck) {
  if (built.get(build)) await endToEnd();
  else fail('  end to end: not run, because nothing was built');
}

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function endToEnd(): Promise<void> {
  const chromium = await ensureChromium((line) => console.log(line));
  if (chromium.kind === 'missing') return fail(chromium.advice);
  console.log('end to end …');
  report(
    await run({
      name: 'end to end',
      programs: [[playwright, 'test', '-c', join('test', 'e2e', 'playwright.config.ts')]],
      count: countE2e,
      // Dots as it goes: this one takes longest.
      isShown: true,
    }),
  );
}

/** Runs lanes of steps beside each other; what each step says comes in one piece. True for those that went well. */
async function runBeside(lanes: Step[][]): Promise<Map<Step, boolean>> {
  const went = new Map<Step, boolean>();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const step of lane) {
        const outcome = await run(step);
        report(outcome);
        went.set(step, outcome.isOk);
      }
    }),
  );
  return went;
}

async function run(step: Step): Promise<Outcome> {
  const startedAtMs = Date.now();
  const outcome: Outcome = { step, isOk: true, output: '', seconds: 0 };
  for (const program of step.programs) {
    const { code, output } = await runProgram(program, step.isShown ?? false);
    if (code === 0) continue;
    outcome.isOk = false;
    outcome.output = output;
    break;
  }
  outcome.seconds = (Date.now() - startedAtMs) / 1000;
  return outcome;
}

function runProgram(program: string[], isShown: boolean): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, { cwd: PROJECT, env, stdio: isShown ? 'inherit' : 'pipe' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      // Otherwise nothing would say why it ended.
      if (signal !== null) output += `${program[0]} was ended by ${signal}.`;
      resolve({ code, output });
    });
  });
}

/** Says how a step went, and counts it. */
function report({ step, isOk, output, seconds }: Outcome): void {
  if (output !== '') console.log(output);
  const counted = step.count?.() ?? { passed: isOk ? 1 : 0, failed: 0 };
  total.passed += counted.passed;
  total.failed += counted.failed;
  // A program that failed without a failed test, such as a file that does not load, is a failure too.
  if (!isOk && counted.failed === 0) total.failed += 1;
  if (!isCheck || !isOk) console.log(`${step.name} ${isOk ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
}

function fail(sentence: string): void {
  console.log(sentence);
  total.failed += 1;
}

function countUnit(): Count | null {
  const report = readReport(unitFile) as { numPassedTests: number; numFailedTests: number } | null;
  return report && { passed: report.numPassedTests, failed: report.numFailedTests };
}

function countE2e(): Count | null {
  const report = readReport(e2eFile) as { stats: { expected: number; unexpected: number; flaky: number } } | null;
  return report && { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected };
}

/** Null when the runner ended before it wrote its report. */
function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
