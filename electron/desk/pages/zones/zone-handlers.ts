import type { ParsedInput } from '../../../../shared/contract.ts';
import type { SystemCode } from '../../../../shared/models.ts';
import { sameZones, type TemplateId } from '../../../../shared/pages/fill-rules.ts';
import { checkSystems, type DeskContext, step, today } from '../../context.ts';
import type { Actor, Changes } from '../../core/changes.ts';
import { newId } from '../../core/ids.ts';
import { withoutRepeats, writeSeen } from '../../core/seen.ts';
import type { Handlers } from '../../handlers.ts';
import { pageOf } from '../layout/page-reader.ts';
import {
  getTemplate,
  type KeptTemplate,
  leaveTemplate,
  listFollowers,
  listTemplates,
  removeTemplate,
  saveTemplate,
} from '../layout/template-rows.ts';
import { findTemplateOf, listZones } from '../layout/zone-rows.ts';
import { arrivalsOf, consequenceOf, pagesOf } from '../placing/page-consequences.ts';
import { changeZones } from './zone-changes.ts';
import { templateWrite, writeEachSeen } from './zones-seen.ts';

type ZonesWanted = ParsedInput<'zones.set'>['to'];

export const zoneHandlers: Handlers<
  'zones.get' | 'zones.set' | 'zones.preview' | 'templates.list' | 'templates.save' | 'templates.remove'
> = {
  'zones.get': (context, { system }) => {
    const { db } = context.library;
    const { code } = context.register.get(system);
    const id = findTemplateOf(db, code);
    const template = id === null ? null : getTemplate(db, id);
    return { template: template && { id: template.id, name: template.name }, zones: listZones(db, code) };
  },

  'zones.set': (context, { systems, to, seen }) => {
    const codes = codesOf(context, systems);
    const label = `${labelOf(context, to)} ${pagesWords(context, codes)}`;
    const { entry, value } = step(context, label, (changes, actor) =>
      writeEachSeen(context, actor, codes, seen, () => setZones(context, changes, actor, codes, to)),
    );
    return { entry, changed: value };
  },

  'zones.preview': (context, { systems, to }) => {
    const codes = codesOf(context, systems);
    // Done and taken back: what a preview says is what the step would do.
    const { value } = step(
      context,
      '',
      (changes, actor) => {
        const before = pagesOf(context, codes);
        setZones(context, changes, actor, codes, to);
        return pagesOf(context, codes).flatMap((after, index) => {
          const look = before[index];
          return look ? [{ ...consequenceOf(look, after), ...arrivalsOf(context.library.db, look, after, null) }] : [];
        });
      },
      { dryRun: true },
    );
    return { pages: value };
  },

  'templates.list': (context) => {
    const { db } = context.library;
    return listTemplates(db).map((template) => {
      const followers = followersOf(context, template.id).open;
      return { ...template, pages: followers.length, followers };
    });
  },

  'templates.save': (context, { id, systems, seen, ...given }) => {
    const { db } = context.library;
    const before = id === undefined ? given : getTemplate(db, id);
    const codes = codesOf(context, systems);
    const template: KeptTemplate = { ...before, ...withoutRepeats(given, seen), id: id ?? (newId() as TemplateId) };
    const { name, zones } = template;
    const forWhom = codes.length === 0 ? '' : ` for ${pagesWords(context, codes)}`;
    const { entry } = step(
      context,
      `${id === undefined ? 'New template' : 'Change the template'} “${name}”${forWhom}`,
      (changes, actor) => {
        const { open, closed } = followersOf(context, template.id);
        const isOther = id !== undefined && !sameZones(getTemplate(db, id).zones, zones);
        writeSeen(db, actor, templateWrite(db, template, seen), () => saveTemplate(db, changes, actor, template));
        if (isOther) leaveTemplate(changes, closed);
        const all = [...new Set([...open, ...codes])];
        return setZones(context, changes, actor, all, { kind: 'template', id: template.id });
      },
    );
    return { entry, changed: entry ? 1 : 0, id: template.id };
  },

  'templates.remove': (context, { id, seen }) => {
    const { db } = context.library;
    const template = getTemplate(db, id);
    const { entry } = step(context, `Remove the template “${template.name}”`, (changes, actor) => {
      const { open, closed } = followersOf(context, id);
      writeSeen(db, actor, templateWrite(db, template, seen), () => removeTemplate(db, changes, id, open.length));
      leaveTemplate(changes, closed);
    });
    return { entry, changed: 1 };
  },
};

/** The pages of a template. Those of former systems are closed: they stay as they are, whatever becomes of it. */
function followersOf(context: DeskContext, id: TemplateId): { open: SystemCode[]; closed: SystemCode[] } {
  const { register } = context;
  const day = today(context);
  const isClosed = (code: SystemCode) => register.has(code) && (register.get(code).activeTo ?? day) < day;
  const all = listFollowers(context.library.db, id);
  return { open: all.filter((code) => !isClosed(code)), closed: all.filter(isClosed) };
}

function codesOf(context: DeskContext, systems: readonly SystemCode[]): SystemCode[] {
  checkSystems(context, systems);
  return [...new Set(systems)];
}

/** Returns how many pages changed. */
function setZones(
  context: DeskContext,
  changes: Changes,
  actor: Actor,
  codes: readonly SystemCode[],
  to: ZonesWanted,
): number {
  const { db } = context.library;
  const template = to.kind === 'template' ? getTemplate(db, to.id) : null;
  const zones = to.kind === 'own' ? to.zones : (template?.zones ?? []);
  return codes.filter((code) => {
    const resolve = () => pageOf(context, code, undefined);
    return changeZones({ db, changes, actor, page: resolve() }, zones, template?.id ?? null, resolve);
  }).length;
}

function labelOf(context: DeskContext, to: ZonesWanted): string {
  return to.kind === 'own' ? 'Change the zones of' : `Use “${getTemplate(context.library.db, to.id).name}” for`;
}

function pagesWords(context: DeskContext, codes: readonly SystemCode[]): string {
  const [only, ...more] = codes;
  return only !== undefined && more.length === 0 ? context.register.get(only).shortName : `${codes.length} pages`;
}
