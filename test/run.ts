import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium-install.ts';
import { PROJECT } from './e2e/desktop-choice.ts';

// `npm test` runs everything; with `check`, only what needs no build and no browser, and quietly.

interface Count {
  passed: number;
  failed: number;
}

const isCheck = process.argv[2] === 'check';
const results = join(PROJECT, 'test-results');
const unitFile = join(results, 'unit.json');
const e2eFile = join(results, 'e2e.json');
const total: Count = { passed: 0, failed: 0 };

mkdirSync(results, { recursive: true });
for (const file of [unitFile, e2eFile]) rmSync(file, { force: true });

const modules = join(PROJECT, 'node_modules');
const biome = join(modules, '@biomejs', 'biome', 'bin', 'biome');
const tsc = join(modules, 'typescript', 'bin', 'tsc');
const vitest = join(modules, 'vitest', 'vitest.mjs');
const playwright = join(modules, '@playwright', 'test', 'cli.js');

step('format', [[biome, 'format']]);
step('lint', [[biome, 'check', '--formatter-enabled=false', '--error-on-warnings', '--diagnostic-level=warn']]);
step(
  'types',
  ['shared', 'electron', 'renderer', 'test'].map((folder) => [tsc, '-p', folder]),
);
step('unit', [[vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitFile}`]], countUnit);
if (!isCheck) {
  const isBuilt = step('build', [[join('electron', 'start', 'build.ts')]]);
  if (isBuilt) await endToEnd();
  else fail('  end to end: not run, because nothing was built');
}

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function endToEnd(): Promise<void> {
  const chromium = await ensureChromium((line) => console.log(line));
  if (chromium.kind === 'missing') return fail(chromium.advice);
  // Dots as it goes: this one takes longest.
  step('end to end', [[playwright, 'test', '-c', join('test', 'e2e', 'playwright.config.ts')]], countE2e, 'shown');
}

/** Runs one check's programs until one fails; says so, and counts it. */
function step(
  name: string,
  programs: string[][],
  count?: () => Count | null,
  output: 'kept' | 'shown' = 'kept',
): boolean {
  const startedAtMs = Date.now();
  if (output === 'shown') console.log(`${name} …`);
  let isOk = true;
  for (const program of programs) {
    const { status, stdout, stderr } = spawnSync(process.execPath, program, {
      cwd: PROJECT,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: output === 'shown' ? 'inherit' : 'pipe',
      env: { ...process.env, PATCHDESK_E2E_JSON: e2eFile },
    });
    if (status === 0) continue;
    isOk = false;
    console.log(`${stdout ?? ''}${stderr ?? ''}`);
    break;
  }
  const counted = count?.() ?? { passed: isOk ? 1 : 0, failed: 0 };
  total.passed += counted.passed;
  total.failed += counted.failed;
  // A program that failed without a failed test, such as a file that does not load, is a failure too.
  if (!isOk && counted.failed === 0) total.failed += 1;
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  if (!isCheck || !isOk) console.log(`${name} ${isOk ? 'ok' : 'FAILED'} (${seconds} s)`);
  return isOk;
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
