import { readFileSync } from 'node:fs';
import { exportRaw } from './raw.ts';

// The raw export as its own process, to compare with the command line: LIBRARY OUT SYSTEMS.json
const [libraryPath = '', out = '', systemsPath = ''] = process.argv.slice(2);
exportRaw(libraryPath, out, JSON.parse(readFileSync(systemsPath, 'utf8')));
