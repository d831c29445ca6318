import { Ellipsis, Unlink2 } from 'lucide-react';
import { Button as AriaButton, GridListItem } from 'react-aria-components';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { cx } from '../../../ui/cx.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { passKeysOn } from '../../../ui/pass-keys-on.ts';
import rowStyles from '../../../ui/rows.module.css';
import textStyles from '../../../ui/text.module.css';
import type { Gap } from '../placing/gap-actions.ts';
import { formatGap, keyOfRow, type Surroundings } from '../teaser-rows.ts';
import styles from './GapRow.module.css';
import list from './TeaserList.module.css';
import { ZoneHeading } from './ZoneHeading.tsx';

/**
 * GapRow marks the number of a pinned story that does not show. It does not count: the page and its export close the
 * gap.
 */
export function GapRow({
  gap,
  system,
  around,
  fixKey,
  onMenu,
}: {
  gap: Gap;
  system: SystemCode;
  around: Surroundings | undefined;
  /** The shortcut that fixes the gap; null where single-key shortcuts are off. */
  fixKey: string | null;
  onMenu: (id: StoryId, point: { x: number; y: number }) => void;
}) {
  const words = formatGap(gap, around?.number ?? gap.pinNumber);
  const keys = fixKey === null ? 'Enter shows the actions.' : `${fixKey} lets the zone fill it, Enter shows more.`;
  return (
    <GridListItem
      id={keyOfRow(gap)}
      value={gap}
      textValue={words}
      aria-label={`${words}. ${keys}`}
      className={cx(list['item'], styles['item'])}
    >
      {around?.heading ? <ZoneHeading heading={around.heading} system={system} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only forwards keys pressed inside. */}
      <div className={cx(list['card'], styles['gap'])} onKeyDown={passKeysOn}>
        <Unlink2 size={14} aria-hidden="true" className={styles['sign']} />
        <div className={list['words']}>
          <p className={textStyles['second']}>{words}</p>
          <p className={layoutStyles['whyLine']}>
            {fixKey === null ? null : (
              <span>
                <Kbd>{fixKey}</Kbd> let the zone fill it
              </span>
            )}
            <span>
              <Kbd>Enter</Kbd> show actions
            </span>
          </p>
        </div>
        <AriaButton
          className={cx(list['more'], rowStyles['sunken'])}
          aria-label={`More for the gap at ${around?.number ?? gap.pinNumber}`}
          aria-haspopup="menu"
          onPress={({ target }) => {
            const box = target.getBoundingClientRect();
            onMenu(gap.articleId, { x: box.left, y: box.bottom });
          }}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </AriaButton>
      </div>
    </GridListItem>
  );
}
