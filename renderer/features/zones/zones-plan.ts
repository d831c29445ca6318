import type { MethodInput, MethodOutput } from '../../../shared/contract.ts';
import type { SystemCode } from '../../../shared/models.ts';
import { sameZones, type TemplateId, type ZoneSpec } from '../../../shared/pages/fill-rules.ts';

/** What saving the zones dialog would do, as pure functions without React or desk. */

export type TemplateInUse = MethodOutput<'templates.list'>[number];

/** Where the zones on screen apply, when they differ from the template's. */
export type ZonesScope = 'page' | 'template' | 'new';

export interface PageZones {
  system: SystemCode;
  /** The page's zones now. */
  before: { template: TemplateId | null; zones: readonly ZoneSpec[] };
  /** The template to follow; null for zones of the page's own. */
  template: TemplateInUse | null;
  zones: ZoneSpec[];
  scope: ZonesScope;
  /** The name of the new template. */
  name: string;
  /** Other pages that get the same zones. */
  more: readonly SystemCode[];
}

export type ZonesPlan =
  /** Nothing to save. */
  | { kind: 'none' }
  | { kind: 'set'; input: MethodInput<'zones.set'> }
  | { kind: 'save'; input: MethodInput<'templates.save'>; pages: SystemCode[] };

/** True when the zones on screen equal those of the template they came from. */
export function isOfTemplate(template: TemplateInUse | null, zones: readonly ZoneSpec[]): boolean {
  return template !== null && sameZones(template.zones, zones);
}

export function planPage(wanted: PageZones): ZonesPlan {
  const { system, before, template, zones, scope, more } = wanted;
  const follows = (code: SystemCode) =>
    code === system ? before.template === template?.id : (template?.followers.includes(code) ?? false);
  const both = [system, ...more];
  const joining = both.filter((code) => !follows(code));
  if (template && isOfTemplate(template, zones)) {
    return joining.length === 0 ? { kind: 'none' } : set(joining, { kind: 'template', id: template.id });
  }
  if (scope === 'new') {
    return { kind: 'save', input: { name: wanted.name.trim(), zones, systems: both }, pages: both };
  }
  if (scope === 'template' && template) {
    const { id, name, followers } = template;
    return { kind: 'save', input: { id, name, zones, systems: joining }, pages: [...new Set([...both, ...followers])] };
  }
  const isSame = before.template === null && sameZones(before.zones, zones);
  const changing = isSame ? [...more] : both;
  return changing.length === 0 ? { kind: 'none' } : set(changing, { kind: 'own', zones });
}

function set(systems: SystemCode[], to: MethodInput<'zones.set'>['to']): ZonesPlan {
  return { kind: 'set', input: { systems, to } };
}

/** The preview's input for a plan; null when nothing would happen. */
export function previewOf(plan: ZonesPlan): MethodInput<'zones.preview'> | null {
  if (plan.kind === 'set') return plan.input;
  if (plan.kind === 'save' && plan.pages.length > 0) {
    return { systems: plan.pages, to: { kind: 'own', zones: plan.input.zones } };
  }
  return null;
}

/** Explains why a template cannot have this name; null when it can. */
export function nameProblem(name: string, templates: readonly TemplateInUse[], id: TemplateId | null): string | null {
  const wanted = name.trim();
  if (wanted === '') return 'A template needs a name.';
  const namesake = templates.find(
    (template) => template.id !== id && template.name.toLowerCase() === wanted.toLowerCase(),
  );
  return namesake ? `There is a template called “${namesake.name}” already.` : null;
}
