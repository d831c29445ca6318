import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { arrangePages, makeLibrary } from './make-library.ts';
import { report } from './measure.ts';
import { measureDesk } from './pages-desk.ts';
import { measureWindows } from './pages-window.ts';

/**
 * `npm run bench:pages [-- STORIES [LIBRARY]]`: opening a page, moving a teaser and the board, through dispatch and in
 * the built window through both doors. LIBRARY is made when missing, and reused by the next run.
 */

const stories = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'patchdesk-bench-'));
try {
  const library = process.argv[3] ? resolve(process.argv[3]) : join(folder, 'library.patchdesk');
  if (!existsSync(library)) {
    process.stdout.write(`Making a library of ${stories} stories ...\n`);
    await makeLibrary(library, stories);
    process.stdout.write(`It has a log of ${await arrangePages(library)} entries.\n`);
  }
  const title = `${stories} stories, Node ${process.versions.node}`;
  const isDeskFast = report(`Patchdesk's pages, ${title}`, await measureDesk(library, folder));
  const isWindowFast = report(`Patchdesk's pages in the window, ${title}`, await measureWindows(library, folder));
  process.exitCode = isDeskFast && isWindowFast ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
