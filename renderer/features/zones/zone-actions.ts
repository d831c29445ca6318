import type { MethodInput, Written } from '../../../shared/contract.ts';
import { formatRule, type ZoneSpec } from '../../../shared/pages/fill-rules.ts';
import { counted } from '../../../shared/words/counted.ts';
import { toCallError } from '../../api.ts';
import type { AppState } from '../../state/app-state.tsx';
import type { Choices, ConflictWords } from '../../state/conflicts.ts';
import { callSeen, withSeen } from '../../state/seen-writes.ts';
import type { TemplateInUse } from './zones-plan.ts';

/**
 * Actions on zones and templates, one step each. They return the desk's refusal, for the dialog to show, or null once
 * done.
 */
type Refusal = Promise<string | null>;

export function setZones(state: AppState, input: MethodInput<'zones.set'>): Refusal {
  return refusalOf(state, () => callSeen(state, 'zones.set', input, { ...zonesWords(state), take: takeZones }));
}

export function saveTemplate(state: AppState, input: MethodInput<'templates.save'>): Refusal {
  return refusalOf(state, () => callSeen(state, 'templates.save', input, { ...zonesWords(state), take: takeTemplate }));
}

export function removeTemplate(state: AppState, { id, name, zones }: TemplateInUse): Refusal {
  return refusalOf(state, () => state.api.call('templates.remove', { id, seen: { name, zones } }));
}

/** Zones are one or the other: their versions are whole pages. */
function takeZones(input: MethodInput<'zones.set'>, choices: Choices, theirs: Choices): typeof input | null {
  if (isAllTheirs(choices, theirs)) return null;
  const seen: Record<string, object | undefined> = { ...input.seen };
  for (const [field, value] of Object.entries(theirs)) {
    const [code = '', part = ''] = field.split('.');
    seen[code] = { ...seen[code], [part]: value };
  }
  return { ...input, seen: seen as typeof input.seen };
}

function takeTemplate(input: MethodInput<'templates.save'>, choices: Choices, theirs: Choices): typeof input | null {
  return isAllTheirs(choices, theirs) ? null : { ...withSeen(input, theirs), ...choices };
}

function isAllTheirs(choices: Choices, theirs: Choices): boolean {
  return Object.keys(theirs).every((field) => choices[field] === theirs[field]);
}

function zonesWords(state: AppState): ConflictWords {
  const templates = state.queries.read('templates.list', {}).data ?? [];
  return {
    canType: (field) => field === 'name',
    format: (field, value) => {
      if (Array.isArray(value)) return formatZones(value as ZoneSpec[]);
      if (!field.endsWith('template')) return String(value ?? '');
      return value === null ? 'Zones of its own' : `“${templates.find(({ id }) => id === value)?.name ?? value}”`;
    },
  };
}

/** One zone a line: `Stories, 20 places: Newest first`. */
function formatZones(zones: readonly ZoneSpec[]): string {
  return zones
    .map(({ name, limit, rule }) => `${name}, ${counted(limit, 'place', 'places')}: ${formatRule(rule)}`)
    .join('\n');
}

async function refusalOf(state: AppState, run: () => Promise<Written | 'cancelled' | 'theirs'>): Refusal {
  try {
    const written = await run();
    if (written === 'cancelled') return 'Nothing was saved. Your version is still here.';
    const entry = written === 'theirs' ? null : written.entry;
    if (entry) state.session.getState().announce(entry.label);
    else state.session.getState().notify('No changes were needed.');
    return null;
  } catch (error) {
    const fault = toCallError(error);
    if (fault.code === 'bug') console.error(error);
    return fault.message;
  }
}
