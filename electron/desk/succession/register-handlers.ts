import { DeskError } from '../../../shared/errors.ts';
import type { SystemCode } from '../../../shared/models.ts';
import type { RegisterPreview } from '../../../shared/systems/succession.ts';
import { counted } from '../../../shared/words/counted.ts';
import { type DeskContext, step, today } from '../context.ts';
import { countStoriesBySystem, insertRegister, listSystemsInUse } from '../core/register-in-force.ts';
import type { Handlers } from '../handlers.ts';
import { changePages } from '../pages/layout/page-rows.ts';
import { compareRegisters } from './register-changes.ts';
import { FullRegisterFile, type ReadRegister, readRegisterFile } from './register-file.ts';
import { findRegisterProblems } from './register-problems.ts';

export const registerHandlers: Handlers<'register.current' | 'register.preview' | 'register.load'> = {
  'register.current': (context) => {
    const { register, loaded } = context.registerOf(context.library.db);
    const day = today(context);
    const active = register.activeOn(day).length;
    return {
      version: register.version,
      loaded: loaded && { file: loaded.file, by: loaded.by, at: loaded.at },
      from: register.inForceFrom(day),
      active,
      former: register.everOn(day).filter(({ activeTo }) => activeTo !== null && activeTo < day).length,
    };
  },

  'register.preview': (context, { file, text }) => previewOf(context, file, readRegisterFile(file, text)),

  'register.load': (context, { file, text }) => {
    const read = readRegisterFile(file, text);
    const { version, systems } = read.file;
    const result = step(context, `Load the register of ${version}`, (changes, actor) => {
      // Compare inside the step: another door may have filed a story meanwhile.
      const { problems, isInForce, changes: differences } = previewOf(context, file, read);
      const [first, ...others] = problems;
      if (first !== undefined) {
        const more = others.length === 0 ? '' : ` (${counted(others.length, 'more problem', 'more problems')}.)`;
        throw new DeskError('register-refused', `${file} was not loaded. ${first}${more}`, { file });
      }
      if (isInForce) return 0;
      insertRegister(changes, actor, { file, version, content: JSON.stringify(read.content) });
      changePages(
        context.library.db,
        changes,
        systems.map(({ code }) => code),
      );
      return differences.length;
    });
    return { entry: result.entry, changed: result.value };
  },
};

function previewOf(context: DeskContext, file: string, read: ReadRegister): RegisterPreview {
  const { db } = context.library;
  const inForce = FullRegisterFile.parse(context.registerOf(db).content);
  const stories = countStoriesBySystem(db);
  const problems = findRegisterProblems(read.file, { inForce, inUse: listSystemsInUse(db), today: today(context) });
  return {
    file,
    version: read.file.version,
    isInForce: read.file.version === inForce.version && problems.length === 0,
    changes: compareRegisters(inForce, read.file, (code: SystemCode) => stories.get(code) ?? 0),
    problems,
  };
}
