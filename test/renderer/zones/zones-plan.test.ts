import { describe, expect, test } from 'vitest';
import {
  nameProblem,
  type PageZones,
  planPage,
  previewOf,
  type TemplateInUse,
} from '../../../renderer/features/zones/zones-plan.ts';
import type { SystemCode } from '../../../shared/models.ts';
import type { TemplateId } from '../../../shared/pages/fill-rules.ts';
import { DEFAULT_ZONE } from '../../helpers/zones.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;
const CORNWALL = 'QT6' as SystemCode;
const few = [{ ...DEFAULT_ZONE, limit: 3 }];

const template = (id: string, followers: SystemCode[]): TemplateInUse => ({
  id: id as TemplateId,
  name: `The ${id}`,
  zones: [DEFAULT_ZONE],
  pages: followers.length,
  followers,
});
const stories = template('stories', [DEVON, DORSET]);
const other = template('other', [CORNWALL]);

/** Devon, which follows a template, as the dialog opens on it. */
const opened: PageZones = {
  system: DEVON,
  before: { template: stories.id, zones: stories.zones },
  template: stories,
  zones: stories.zones,
  scope: 'page',
  name: '',
  more: [],
};

describe('what saving would do', () => {
  test('nothing while nothing is changed', () => {
    expect(planPage(opened)).toEqual({ kind: 'none' });
    expect(planPage({ ...opened, more: [DORSET] })).toEqual({ kind: 'none' });
    const own = { ...opened, before: { template: null, zones: few }, template: null, zones: few };
    expect(planPage(own)).toEqual({ kind: 'none' });
    expect(previewOf({ kind: 'none' })).toBe(null);
  });

  test('another template is followed by this page and those chosen beside it that do not yet', () => {
    const input = { systems: [DEVON, DORSET], to: { kind: 'template', id: other.id } };
    const plan = planPage({ ...opened, template: other, zones: other.zones, more: [DORSET, CORNWALL] });
    expect(plan).toEqual({ kind: 'set', input });
    expect(previewOf(plan)).toEqual(input);
    const joins = planPage({ ...opened, more: [CORNWALL] });
    expect(joins).toMatchObject({ input: { systems: [CORNWALL], to: { id: stories.id } } });
  });

  test('zones changed for this page only become its own', () => {
    const to = { kind: 'own', zones: few };
    expect(planPage({ ...opened, zones: few })).toEqual({ kind: 'set', input: { systems: [DEVON], to } });
    expect(planPage({ ...opened, zones: few, more: [DORSET] })).toMatchObject({ input: { systems: [DEVON, DORSET] } });
    expect(planPage({ ...opened, template: null })).toMatchObject({ input: { systems: [DEVON] } });
  });

  test('zones changed for the template reach all that follow it, and those that are to', () => {
    const plan = planPage({ ...opened, zones: few, scope: 'template', more: [CORNWALL] });
    expect(plan).toEqual({
      kind: 'save',
      input: { id: stories.id, name: 'The stories', zones: few, systems: [CORNWALL] },
      pages: [DEVON, CORNWALL, DORSET],
    });
    expect(previewOf(plan)).toEqual({ systems: [DEVON, CORNWALL, DORSET], to: { kind: 'own', zones: few } });
  });

  test('a page of a former system that follows is changed with the rest, though it is not counted', () => {
    const closed = { ...opened, template: { ...stories, followers: [DORSET] } };
    expect(planPage(closed)).toEqual({ kind: 'none' });
    expect(planPage({ ...closed, zones: few, scope: 'template' })).toMatchObject({
      input: { systems: [] },
      pages: [DEVON, DORSET],
    });
  });

  test('a new template is followed by this page in the step that makes it', () => {
    const plan = planPage({ ...opened, zones: few, scope: 'new', name: ' Short ', more: [DORSET] });
    expect(plan).toEqual({
      kind: 'save',
      input: { name: 'Short', zones: few, systems: [DEVON, DORSET] },
      pages: [DEVON, DORSET],
    });
  });
});

test('a template’s name is its own', () => {
  const all = [stories, other];
  expect(nameProblem(' ', all, null)).toBe('A template needs a name.');
  expect(nameProblem('the STORIES', all, null)).toBe('There is a template called “The stories” already.');
  expect(nameProblem('the stories', all, stories.id)).toBe(null);
});
