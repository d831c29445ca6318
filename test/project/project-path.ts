import { resolve } from 'node:path';

export const PROJECT_PATH = resolve(import.meta.dirname, '../..');
