import { processContext } from '../../electron/cli/context.ts';
import { run } from '../../electron/cli/run.ts';

// The command line over a project folder given as the first argument, so that `serve` can be tested
// without a built window: `node serve-elsewhere.ts PROJECT serve --no-open`.
const [projectPath = '', ...args] = process.argv.slice(2);
const workerUrl = new URL('../../electron/desk/worker.ts', import.meta.url);
process.exitCode = await run(args, processContext({ projectPath, workerUrl }));
