import { stat } from 'node:fs/promises';
import { type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, shell } from 'electron';
import { contract, type DoorMethod, type MethodOutput, type ParsedInput, type Reply } from '../../shared/contract.ts';
import type { Desk } from '../desk/desk.ts';
import { refused } from '../doors/replies.ts';

const LIBRARY_FILES = [{ name: 'Patchdesk library', extensions: ['patchdesk'] }];

type Answers = { [M in DoorMethod]: (input: ParsedInput<M>) => Promise<Reply<MethodOutput<M>>> };

/** The methods that the desktop door answers itself: its description, a cancel, and the system's file dialogs. */
export function makeDoorAnswers(
  window: () => BrowserWindow | null,
  desk: Pick<Desk, 'cancel'>,
): (method: string, input: unknown) => Promise<Reply<unknown>> {
  const open = async (options: OpenDialogOptions): Promise<string[] | null> => {
    const parent = window();
    const result = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return result.canceled || result.filePaths.length === 0 ? null : result.filePaths;
  };
  const save = async (options: SaveDialogOptions): Promise<string | null> => {
    const parent = window();
    const result = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
    return result.canceled || result.filePath === '' ? null : result.filePath;
  };

  const answers: Answers = {
    'door.describe': async () =>
      done({ door: 'desktop', previewBase: '/preview/', platform: process.platform === 'darwin' ? 'mac' : 'other' }),
    'door.pickImportFiles': async () =>
      done({
        paths: await open({
          title: 'Import files',
          buttonLabel: 'Bring in',
          properties: ['openFile', 'multiSelections'],
        }),
      }),
    'door.pickExportFolder': async () => {
      const paths = await open({
        title: 'Export to a folder',
        buttonLabel: 'Export here',
        properties: ['openDirectory', 'createDirectory'],
      });
      return done({ path: paths?.[0] ?? null });
    },
    'door.pickLibrary': async ({ create }) => {
      if (create) {
        return done({
          path: await save({ title: 'New library', defaultPath: 'library.patchdesk', filters: LIBRARY_FILES }),
        });
      }
      const paths = await open({ title: 'Open a library', filters: LIBRARY_FILES, properties: ['openFile'] });
      return done({ path: paths?.[0] ?? null });
    },
    'door.pickBackup': async ({ name }) =>
      done({
        path: await save({
          title: 'Back up the library',
          buttonLabel: 'Back up',
          defaultPath: name,
          filters: LIBRARY_FILES,
        }),
      }),
    'work.cancel': async ({ id }) => {
      desk.cancel(id);
      return done({});
    },
    'door.showFolder': async ({ path }) => {
      const found = await stat(path).catch(() => null);
      if (!found) return refused('file-unreadable', `${path} no longer exists.`);
      // Show it in its folder and never open it: some folders are programs.
      shell.showItemInFolder(path);
      return done({});
    },
  };

  return async (method, input) => {
    if (!isAnswered(answers, method)) return refused('bad-call', `There is no method ${method}.`);
    const parsed = contract[method].input.safeParse(input);
    if (!parsed.success) return refused('bad-call', `The input of ${method} does not fit the contract.`);
    // Input and answer belong to the same method, which the type of a look-up cannot express.
    return (answers[method] as (input: unknown) => Promise<Reply<unknown>>)(parsed.data);
  };
}

function isAnswered(answers: Answers, method: string): method is DoorMethod {
  return Object.hasOwn(answers, method);
}

function done<T>(value: T): Reply<T> {
  return { ok: true, value };
}
