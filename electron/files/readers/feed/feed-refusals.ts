import { DeskError } from '../../../../shared/errors.ts';

export function noStories(file: string): DeskError {
  return new DeskError('file-format', 'The feed holds no stories. Open its address in a browser and save it again.', {
    file,
  });
}

export function notA(format: string, root: string, file: string): DeskError {
  return new DeskError(
    'file-format',
    `This is not ${format}: it begins with <${root.slice(0, 40)}>. Choose another format, or let Patchdesk find it out.`,
    { file },
  );
}
