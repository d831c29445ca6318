import { resolve } from 'node:path';
import { build } from './start/build.ts';

// `npm run build`: builds the main process, preload, command line and window into `out`.
const isBuilt = build(resolve(import.meta.dirname, '..'), (line) => void process.stderr.write(`${line}\n`));
process.exitCode = isBuilt ? 0 : 1;
