import { ArrowLeft, ChevronLeft, ChevronRight, Copy, Ellipsis, Eye, PanelLeftOpen, Rows3 } from 'lucide-react';
import { memo } from 'react';
import type { SystemCode } from '../../../shared/models.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { useCommandControl, useCommands } from '../../commands/context.tsx';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useSystemsByCode } from '../../state/queries.ts';
import { formatSuccessors } from '../../state/system-search.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { PaneHeader } from '../../ui/Pane.tsx';
import { ChecksButton } from './checks/ChecksButton.tsx';
import styles from './PageHeader.module.css';
import { isBesideInPlace } from './page-editor-slice.ts';

/** PageHeader names the page and has its actions. In a narrow pane all but the main ones are in one menu. */
export const PageHeader = memo(function PageHeader({ system }: { system: SystemCode }) {
  const { session } = useAppState();
  const { registry } = useCommands();
  const previous = useCommandControl('page.previous');
  const next = useCommandControl('page.next');
  const copy = useCommandControl('page.copyHtml');
  const candidates = useCommandControl('page.candidates');
  const details = useCommandControl('view.details');
  const isCandidatesShown = useSession((s) => s.isCandidatesShown && !isBesideInPlace(s));
  const signOff = useCommandControl('page.signOff');
  const zones = useCommandControl('page.zones');
  const isPreviewShown = useSession((s) => (s.isNarrow ? s.isDrawerOpen : s.isDetailsShown));
  const systems = useSystemsByCode();
  const known = systems.get(system);
  const ended = known?.activeTo
    ? `until ${longDay(known.activeTo)}, ${formatSuccessors(known, systems) ?? 'closed'}`
    : null;
  const copies: MenuEntry[] = [
    { kind: 'item', id: 'page.copyHtml', label: 'Copy for pasting into a site', isDisabled: copy.isDisabled },
    { kind: 'item', id: 'page.copyText', label: 'Copy as text', isDisabled: copy.isDisabled },
  ];
  const folded = (): MenuEntry[] => [
    item('page.previous', previous),
    item('page.next', next),
    ...(isCandidatesShown ? [] : [item('page.candidates', { ...candidates, label: 'Show the candidates' })]),
    ...(isPreviewShown ? [] : [item('view.details', { ...details, label: 'Show the preview' })]),
    { kind: 'line', id: 'line' },
    ...copies,
    item('page.zones', zones),
  ];
  return (
    <div className={styles['frame']}>
      <PaneHeader title={known?.shortName ?? system} detail={ended ? <span title={ended}>{ended}</span> : null}>
        <IconButton
          label="All pages"
          icon={<ArrowLeft size={16} aria-hidden="true" />}
          onPress={() => session.getState().closePage()}
        />
        <div className={styles['steps']}>
          <IconButton
            label={previous.label}
            keys={previous.keys}
            isDisabled={previous.isDisabled}
            icon={<ChevronLeft size={16} aria-hidden="true" />}
            onPress={previous.onPress}
          />
          <IconButton
            label={next.label}
            keys={next.keys}
            isDisabled={next.isDisabled}
            icon={<ChevronRight size={16} aria-hidden="true" />}
            onPress={next.onPress}
          />
        </div>
        <div className={styles['secondary']}>
          {isCandidatesShown ? null : (
            <IconButton
              label="Show the candidates"
              keys={candidates.keys}
              icon={<PanelLeftOpen size={16} aria-hidden="true" />}
              onPress={candidates.onPress}
            />
          )}
          {isPreviewShown ? null : (
            <IconButton
              label="Show the preview"
              keys={details.keys}
              icon={<Eye size={16} aria-hidden="true" />}
              onPress={details.onPress}
            />
          )}
          <MenuButton label="Copy this page" entries={copies} onAction={(id) => registry.runById(id)}>
            <IconButton label="Copy page" icon={<Copy size={16} aria-hidden="true" />} />
          </MenuButton>
          <IconButton
            label={zones.label}
            keys={zones.keys}
            icon={<Rows3 size={16} aria-hidden="true" />}
            onPress={zones.onPress}
          />
        </div>
        <div className={styles['more']}>
          <MenuButton label="More actions for this page" entries={folded} onAction={(id) => registry.runById(id)}>
            <IconButton label="More actions" icon={<Ellipsis size={16} aria-hidden="true" />} />
          </MenuButton>
        </div>
        <ChecksButton system={system} />
        <Button variant="primary" isDisabled={signOff.isDisabled} onPress={signOff.onPress}>
          Sign off
        </Button>
      </PaneHeader>
    </div>
  );
});

function item(id: string, { label, keys, isDisabled }: ReturnType<typeof useCommandControl>): MenuEntry {
  return { kind: 'item', id, label, keys, isDisabled };
}
