import { useState } from 'react';
import type { PageView, StoryId } from '../../../shared/models.ts';
import { formatRule } from '../../../shared/pages/fill-rules.ts';
import { useAppState } from '../../state/app-state.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PickList } from '../../ui/forms/PickList.tsx';
import { isFocusLost } from '../../ui/lost-focus.ts';
import textStyles from '../../ui/text.module.css';
import { focusTeaserWhenDrawn } from './focus-teaser.ts';
import { openPageOf } from './open-page.ts';
import { putInZone } from './placing/page-actions.ts';
import styles from './ToZoneDialog.module.css';
import { zoneCount } from './zone-heading.ts';

/**
 * ToZoneDialog moves teasers, or a story from a side list, to the top of a zone. It is the only way to reach an empty
 * zone from the keyboard.
 */
export function ToZoneDialog({ articleIds, onClose }: { articleIds: readonly StoryId[]; onClose: () => void }) {
  const state = useAppState();
  const [text, setText] = useState('');
  const open = openPageOf(state);
  if (!open) return null;
  const holder = (id: StoryId) => open.page.zones.find(({ teasers }) => teasers.some((one) => one.articleId === id));
  const now = new Set(articleIds.map((id) => holder(id)?.id));
  const isIn = (zoneId: string) => now.size === 1 && now.has(zoneId);
  const zones = open.page.zones.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  const title = articleIds.length === 1 ? 'Move to a zone' : `Move ${articleIds.length} teasers to a zone`;

  /** The row that had the focus has moved meanwhile, or has come to the page from a side list, so focus its teaser. */
  async function go(zone: PageView['zones'][number]) {
    await putInZone(state, articleIds, zone.id);
    const [first] = articleIds;
    if (first && isFocusLost()) focusTeaserWhenDrawn(first);
  }

  return (
    <Dialog title={title} width="narrow" bare onClose={onClose}>
      <PickList
        label={title}
        placeholder="To the top of which zone?"
        text={text}
        onText={setText}
        options={zones.map((zone) => ({
          id: zone.id,
          isDisabled: isIn(zone.id),
          content: (
            <span className={styles['zone']}>
              <span className={textStyles['second']}>
                <strong className={textStyles['inkLead']}>{zone.name}</strong> {zoneCount(zone)}
                {isIn(zone.id) ? ', here now' : ''}
              </span>
              <span className={textStyles['smallQuiet']}>{formatRule(zone.rule)}</span>
            </span>
          ),
        }))}
        onPick={(id) => {
          const zone = open.page.zones.find((one) => one.id === id);
          onClose();
          if (zone) void go(zone);
        }}
        onEscape={onClose}
        empty="This page has no zone of that name."
      />
    </Dialog>
  );
}
