import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { wholeNumber } from '../arguments.ts';
import { UsageError } from '../fault.ts';
import type { CliShell } from '../shell.ts';

interface Options {
  port?: number;
  open: boolean;
}

export function addServeCommand(program: Command, shell: CliShell): void {
  program
    .command('serve')
    .description('open Patchdesk in a browser on this machine, until Ctrl-C')
    .option('--port <n>', 'the port; a free one by default', wholeNumber('--port', 0, 65_535))
    .option('--no-open', 'only print the address')
    .action((options: Options) => serve(shell, options));
}

async function serve(shell: CliShell, { port, open }: Options): Promise<void> {
  const { context } = shell;
  const rendererFolder = join(context.projectPath, 'out', 'renderer');
  if (!existsSync(join(rendererFolder, 'index.html'))) {
    throw new UsageError(
      `The window has not been built yet: ${rendererFolder} is missing. Run "npm run build" in ${context.projectPath} first.`,
      'not-built',
    );
  }
  const [{ serveDesk }, { hasDisplay, openAddress }] = await Promise.all([
    import('../../browser/serve.ts'),
    import('../../doors/open-address.ts'),
  ]);
  const desk = await context.startDesk(shell.deskOptions('browser', 'create'));
  try {
    const served = await serveDesk({ desk, rendererFolder, version: context.version, port: port ?? 0 });
    const stopped = untilStopped();
    shell.show({ address: served.url }, () => served.url);
    const { env } = context;
    if (open && hasDisplay(process.platform, env) && !(await openAddress(served.url, process.platform, env))) {
      context.err('No browser could be opened here; open the address above in a browser.\n');
    }
    await stopped;
    await served.close();
  } finally {
    await desk.close();
  }
}

/** Waits for Ctrl-C, or the end of the terminal or the machine; a second signal ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
