#!/usr/bin/env node
import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Everything else is imported below, after the check of Node's version: in an older one the database's native part
// crashes without a message.

const NODE_NEEDED = 24;

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const major = Number.parseInt(process.versions.node, 10);
  if (major < NODE_NEEDED) {
    const message =
      `Patchdesk needs Node ${NODE_NEEDED} or newer and this is Node ${process.versions.node}. ` +
      'In a checkout, "npm run -s patchdesk --" runs it on the right one.';
    if (args.includes('--json'))
      process.stdout.write(`${JSON.stringify({ error: { code: 'wrong-node', message } })}\n`);
    else process.stderr.write(`${message}\n`);
    return 1;
  }
  // Each command is a new process, and compiling the modules is most of its start.
  module.enableCompileCache();

  const [{ run }, { processContext }] = await Promise.all([import('./run.ts'), import('./context.ts')]);
  // Source (electron/cli/main.ts) and bundle (out/main/cli.js) are both two folders below the project.
  const isSource = import.meta.url.endsWith('.ts');
  const workerPath = isSource ? '../desk/worker.ts' : './desk-worker.js';
  return run(
    args,
    processContext({
      projectPath: fileURLToPath(new URL('../../', import.meta.url)),
      workerUrl: new URL(workerPath, import.meta.url),
    }),
  );
}

// Not process.exit(): it would cut off output waiting in a pipe.
process.exitCode = await main();
