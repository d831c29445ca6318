import { Check } from 'lucide-react';
import { Checkbox, GridList, GridListItem } from 'react-aria-components';
import type { SystemCode } from '../../../../shared/models.ts';
import type { PageOutlook, StoryPage } from '../../../../shared/pages/page-batch.ts';
import { cx } from '../../../ui/cx.ts';
import rowStyles from '../../../ui/rows.module.css';
import textStyles from '../../../ui/text.module.css';
import { formatLeadChange } from '../tags/tag-change-model.ts';
import styles from './OnPagesDialog.module.css';
import { formatPageOutlook, formatPlace } from './story-places.ts';

/**
 * OnPagesList lists the pages. Arrow keys move, Space chooses, Ctrl-A chooses all. The effect of the step is shown
 * beside each page.
 */
export function OnPagesList({
  pages,
  chosen,
  onChoose,
  outlooks,
  name,
}: {
  pages: readonly StoryPage[];
  chosen: ReadonlySet<SystemCode>;
  onChoose: (chosen: ReadonlySet<SystemCode>) => void;
  outlooks: readonly PageOutlook[];
  name: (code: SystemCode) => string;
}) {
  const outlookOf = new Map(outlooks.map((outlook) => [outlook.code, outlook]));
  return (
    <GridList
      aria-label="Pages"
      selectionMode="multiple"
      selectionBehavior="toggle"
      escapeKeyBehavior="none"
      selectedKeys={chosen}
      onSelectionChange={(keys) =>
        onChoose(new Set(pages.map(({ code }) => code).filter((code) => keys === 'all' || keys.has(code))))
      }
      items={pages.map((page) => ({ ...page, id: page.code }))}
      dependencies={[outlooks, chosen]}
      className={styles['list'] ?? ''}
    >
      {(page) => {
        const outlook = chosen.has(page.code) ? outlookOf.get(page.code) : undefined;
        const now = `${formatPlace(page)}${page.active ? '' : ' (closed page)'}`;
        const then = outlook ? formatPageOutlook(outlook) : null;
        const lead = outlook && outlook.refusal === null ? formatLeadChange(outlook) : null;
        return (
          <GridListItem
            id={page.code}
            textValue={name(page.code)}
            aria-label={[`${name(page.code)}: now ${now}`, then, lead].filter(Boolean).join('. ')}
            className={cx(styles['row'], rowStyles['panelHovered'], rowStyles['ringMarked'], rowStyles['chosen'])}
          >
            <Checkbox slot="selection" className={styles['check'] ?? ''}>
              {({ isSelected }) => (
                <span className={styles['box']} aria-hidden="true">
                  {isSelected ? <Check size={12} /> : null}
                </span>
              )}
            </Checkbox>
            <div className={styles['page']}>
              <span className={textStyles['medium']}>{name(page.code)}</span>
              <span className={cx(styles['quiet'], textStyles['quiet'])}>{now}</span>
            </div>
            <div className={styles['then']}>
              {then ? <span className={cx(outlook?.refusal ? textStyles['bad'] : null)}>{then}</span> : null}
              {lead ? <span className={styles['lead']}>{lead}</span> : null}
            </div>
          </GridListItem>
        );
      }}
    </GridList>
  );
}
