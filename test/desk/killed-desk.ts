import { join } from 'node:path';
import { openDesk } from '../../electron/desk/desk.ts';
import { BLANK } from '../helpers/story.ts';

/** Creates a story in a library and is killed, as by a power cut, before the library is closed. */
const [libraryPath = '', preferencesPath = '', headline = ''] = process.argv.slice(2);
const resourcesPath = join(import.meta.dirname, '../../resources');
const desk = openDesk({ libraryPath, preferencesPath, resourcesPath, door: 'cli', author: 'Ada' });
const reply = await desk.call('stories.create', { fields: { ...BLANK, headline, embargoUntil: null } });
if (!reply.ok) throw new Error(reply.error.message);
process.kill(process.pid, 'SIGKILL');
