import type { SystemCode } from '../../shared/models.ts';
import type { Register } from '../../shared/systems/register.ts';
import { longDay } from '../../shared/words/day-words.ts';
import type { EditorName, Entity, Entry } from './entries.ts';
import { foldWords } from './fold.ts';
import { shortCounties, siteForms, siteStem, trustForms } from './forms.ts';
import type { Gazetteer, Membership, Name } from './gazetteer.ts';
import { SILENT_NAMES } from './silent.ts';
import { SAME_WORD } from './words.ts';

/** A district lies in a system that contains at least this share of it ... */
const WHOLE = 0.9;
/** ... and not at all in one that contains less than this: a rounding error of the count, not an area. */
const SLIVER = 0.02;
/** An area in more systems than this is a region; offering them all would help nobody. */
const MOST_SYSTEMS = 3;

/** Every name to look for on a day, with its meaning on that day. */
export function catalogue(
  gazetteer: Gazetteer,
  register: Register,
  day: string,
  names: readonly EditorName[],
): Entry[] {
  const listed: Entry[] = [];
  const made: Entry[] = [];
  const codesOn = (areas: readonly Membership[]) => systemsOn(areas, register, day);
  const list = (entity: Entity, all: readonly Name[]) => {
    for (const { text, matchCase, weak } of all) listed.push(entryOf(text, entity, matchCase, weak));
  };
  const make = (entity: Entity, forms: Iterable<string>) => {
    for (const text of forms) made.push(entryOf(text, entity, false, null, true));
  };

  for (const { code, name, abbreviations, names: all } of systemNames(gazetteer, register, day)) {
    const system = register.get(code);
    const ended = system.activeTo !== null && system.activeTo < day ? system.activeTo : null;
    const entity: Entity = {
      kind: 'name',
      id: code,
      name,
      codes: register.homesOn(code, day),
      sort: 'system',
      spans: true,
      silent: false,
      note: ended === null ? '' : `ended on ${longDay(ended)}`,
    };
    list(entity, all);
    for (const text of abbreviations) {
      if (!all.some((known) => known.text === text)) {
        listed.push(entryOf(text, entity, true));
      }
    }
    make(entity, [system.boardName]);
    for (const { text, weak } of all) {
      if (weak === null)
        make(
          entity,
          [text].map(shortCounties).filter((form) => form !== null),
        );
    }
  }

  const trustNames = new Map(gazetteer.trusts.map(({ id, shortName, areas }) => [id, { shortName, areas }]));
  for (const trust of gazetteer.trusts) {
    const codes = codesOn(trust.areas);
    const closed = trust.closedOn !== undefined && trust.closedOn < day;
    const entity: Entity = {
      kind: closed ? 'former' : 'trust',
      id: trust.id,
      name: trust.name,
      codes,
      sort: trust.kind,
      spans: true,
      silent: trust.scope === 'national',
      note: closed ? (trust.successor ?? '') : '',
    };
    list(entity, trust.names);
    make(entity, trustForms([trust.name, ...strongTexts(trust.names)]));
  }

  for (const body of gazetteer.former) {
    const entity: Entity = {
      kind: 'former',
      id: body.id,
      name: body.name,
      codes: codesOn(body.areas),
      sort: body.kind,
      spans: true,
      silent: false,
      note: body.successor ?? '',
    };
    list(entity, body.names);
    if (body.kind === 'trust') make(entity, trustForms([body.name]));
  }

  // Prefer the town over the shortened hospital name: `Watford` before Watford General Hospital.
  const placeWords = new Set(gazetteer.places.flatMap(({ names: all }) => all.map(({ text }) => keyOf(text))));
  for (const site of gazetteer.sites) {
    const trust = trustNames.get(site.trust);
    const codes = codesOn(site.areas);
    const trustCodes = trust ? codesOn(trust.areas) : [];
    const entity: Entity = {
      kind: 'site',
      id: site.id,
      name: site.name,
      codes,
      sort: site.kind,
      spans: false,
      silent: false,
      note: trust && trustCodes.length === 1 && trustCodes[0] === codes[0] ? trust.shortName : '',
    };
    list(entity, site.names);
    make(entity, siteForms(strongTexts(site.names)));
    const stem = siteStem(site.name);
    if (stem && !placeWords.has(keyOf(stem.text))) {
      listed.push(entryOf(stem.text, entity, false, stem.royal ? 'other' : 'name'));
    }
  }

  for (const place of gazetteer.places) {
    const codes = codesOn(place.areas);
    const entity: Entity = {
      kind: 'place',
      id: place.id,
      name: place.name,
      codes,
      sort: place.kind,
      spans: false,
      silent: place.kind === 'region' || codes.length > MOST_SYSTEMS,
      note: '',
    };
    list(entity, place.names);
  }

  for (const text of SILENT_NAMES) {
    listed.push(entryOf(text, nothing(text), false));
  }
  for (const name of names) {
    const codes = [...new Set(name.systems.flatMap((code) => register.homesOn(code, day)))];
    const entity: Entity = {
      kind: name.kind,
      id: name.id,
      name: name.text,
      codes,
      sort: name.kind,
      spans: true,
      silent: false,
      note: '',
    };
    listed.push(entryOf(name.text, entity, name.matchCase));
  }
  return settleForms(listed, made);
}

/** The names that forms may be derived from: no abbreviations, no weak names. */
function strongTexts(names: readonly Name[]): string[] {
  return names.filter(({ matchCase, weak }) => !matchCase && weak === null).map(({ text }) => text);
}

function nothing(text: string): Entity {
  return { kind: 'place', id: text, name: text, codes: [], sort: 'nothing', spans: false, silent: true, note: '' };
}

/** The gazetteer's systems that exist by the day, and those that only a newer register has. */
function systemNames(gazetteer: Gazetteer, register: Register, day: string) {
  const known = new Map(gazetteer.systems.map((system) => [system.code as string, system.names]));
  return register
    .everOn(day)
    .filter(({ activeFrom }) => activeFrom <= day)
    .map(({ code, shortName, abbreviations }) => ({
      code,
      name: shortName,
      abbreviations: known.has(code) ? [] : abbreviations,
      names: known.get(code) ?? [{ text: shortName, matchCase: false, weak: null }],
    }));
}

/** The systems of the latest membership by the day, each as its home on that day. The main one first. */
export function systemsOn(areas: readonly Membership[], register: Register, day: string): SystemCode[] {
  const area = areas.findLast(({ from }) => from <= day) ?? areas[0];
  if (!area) return [];
  const whole = area.systems.find(({ share }) => share !== undefined && share >= WHOLE);
  const held = whole ? [whole] : area.systems.filter(({ share }) => share === undefined || share >= SLIVER);
  return [...new Set(held.flatMap(({ code }) => register.homesOn(code, day)))];
}

/** Keeps listed names as they are, and a derived form only where it has one meaning. */
function settleForms(listed: readonly Entry[], made: readonly Entry[]): Entry[] {
  const owners = new Map<string, Set<Entity>>();
  const kept: Entry[] = [];
  for (const entry of listed) {
    const key = entry.words.join(' ');
    const of = owners.get(key);
    if (of?.has(entry.entity) && !entry.matchCase) continue;
    if (of) of.add(entry.entity);
    else owners.set(key, new Set([entry.entity]));
    kept.push(entry);
  }
  const forms = new Map<string, Entry[]>();
  for (const entry of made) {
    const key = entry.words.join(' ');
    if (owners.has(key)) continue;
    const same = forms.get(key);
    if (!same) forms.set(key, [entry]);
    else if (!same.some(({ entity }) => entity === entry.entity)) same.push(entry);
  }
  for (const same of forms.values()) {
    const [first] = same;
    if (first && same.every(({ entity }) => sameCodes(entity.codes, first.entity.codes))) kept.push(first);
  }
  return kept;
}

function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code) => b.includes(code));
}

function keyOf(text: string): string {
  return foldWords(text).join(' ');
}

function entryOf(text: string, entity: Entity, matchCase: boolean, weak: Entry['weak'] = null, made = false): Entry {
  const words = foldWords(text);
  if (words[0] === 'the' && words.length > 1) words.shift();
  for (let i = 0; i < words.length; i += 1) words[i] = SAME_WORD[words[i] ?? ''] ?? words[i] ?? '';
  return { text, entity, matchCase, weak, made, words };
}
