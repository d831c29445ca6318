import { type CommandId, getCommand } from '../../../shared/command-list.ts';
import type { EditorTeaser } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import type { TeaserClipboard } from './page-editor-slice.ts';
import { canAct } from './placing/page-actions.ts';

/** The commands for the selected teasers, in groups. */
export const TEASER_COMMANDS: readonly (readonly CommandId[])[] = [
  ['page.reword', 'page.image', 'page.pin', 'page.unpin'],
  ['page.moveUp', 'page.moveDown', 'page.moveToTop', 'page.moveToEnd', 'page.moveToNumber', 'page.moveToZone'],
  ['page.cutTeasers', 'page.copyTeasers', 'page.pasteTeasers'],
  ['story.onPages', 'story.shelve'],
  ['page.takeOff', 'page.release'],
  ['page.twin', 'page.jointLead', 'page.endJointLead', 'page.leads'],
];

type Selected = readonly Pick<EditorTeaser, 'placed'>[];

/** A command's label for one teaser; for several it names how many it acts on. */
export function menuLabel(id: CommandId, selected: Selected, clipboard: TeaserClipboard | null): string {
  const several = selected.length > 1;
  const all = counted(selected.length, 'teaser', 'teasers');
  const meant = (action: 'pin' | 'unpin' | 'release') =>
    counted(selected.filter((teaser) => canAct(teaser, action)).length, 'teaser', 'teasers');
  switch (id) {
    case 'page.pin':
      return several ? `Pin ${meant('pin')}` : 'Pin';
    case 'page.unpin':
      return several ? `Unpin ${meant('unpin')}` : 'Unpin';
    case 'page.release':
      return several ? `Let the zone place ${meant('release')}` : 'Let the zone fill this place';
    case 'page.takeOff':
      return several ? `Take ${all} off this page` : 'Take off this page';
    case 'page.cutTeasers':
      return several ? `Cut ${all}` : 'Cut';
    case 'page.copyTeasers':
      return several ? `Copy ${all}` : 'Copy';
    case 'page.pasteTeasers':
      return clipboard ? `Paste ${counted(clipboard.teasers.length, 'teaser', 'teasers')}` : 'Paste';
    case 'story.shelve':
      return several ? `Put ${selected.length} stories on the shelf` : getCommand(id).label;
    default:
      return getCommand(id).label;
  }
}

/** The shorter label for a button of the action bar. */
export function barLabel(id: CommandId, selected: Selected): string {
  const several = selected.length > 1;
  const meant = (action: 'pin' | 'unpin' | 'release') => selected.filter((teaser) => canAct(teaser, action)).length;
  switch (id) {
    case 'page.reword':
      return 'Re-word';
    case 'page.pin':
      return several ? `Pin ${meant('pin')}` : 'Pin';
    case 'page.unpin':
      return several ? `Unpin ${meant('unpin')}` : 'Unpin';
    case 'page.moveUp':
      return 'Up';
    case 'page.moveDown':
      return 'Down';
    case 'page.moveToNumber':
      return 'To number';
    case 'page.takeOff':
      return several ? `Take off ${selected.length}` : 'Take off';
    case 'page.release':
      return several ? `Let the zone fill ${meant('release')}` : 'Let the zone fill it';
    default:
      return getCommand(id).label;
  }
}
