import { ArrowUpDown, Minus, PenLine, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PageChange } from '../../../../shared/pages/versions.ts';
import { cx } from '../../../ui/cx.ts';
import layoutStyles from '../../../ui/layout.module.css';
import { SmallPicture } from '../SmallPicture.tsx';
import styles from './DiffList.module.css';
import { changeGroups, WORD_NAMES } from './version-words.ts';

const SIGNS: Record<PageChange['change'], ReactNode> = {
  added: <Plus size={15} aria-hidden="true" />,
  moved: <ArrowUpDown size={15} aria-hidden="true" />,
  reworded: <PenLine size={15} aria-hidden="true" />,
  removed: <Minus size={15} aria-hidden="true" />,
};

/** DiffList lists the differences by kind. A re-worded teaser shows both wordings of each field. */
export function DiffList({ changes }: { changes: readonly PageChange[] }) {
  return (
    <div className={layoutStyles['form']}>
      {changeGroups(changes).map((group) => (
        <section key={group.change} aria-label={group.title}>
          <h4 className={styles['title']}>
            {group.title} <span>{group.changes.length}</span>
          </h4>
          <ul className={styles['list']}>
            {group.changes.map((change) => (
              <li key={change.articleId} className={cx(styles['change'], styles[change.change])}>
                <span className={styles['sign']}>{SIGNS[change.change]}</span>
                <div className={styles['body']}>
                  <p>{change.says}</p>
                  {change.words.length > 0 ? (
                    <dl className={styles['words']}>
                      {change.words.map(({ field, before, after }) => (
                        <div key={field}>
                          <dt>{WORD_NAMES[field]}</dt>
                          <dd>
                            <del>{field === 'image' ? <SmallPicture src={before} /> : (before ?? 'nothing')}</del>
                          </dd>
                          <dd>
                            <ins>{field === 'image' ? <SmallPicture src={after} /> : (after ?? 'nothing')}</ins>
                          </dd>
                        </div>
                      ))}
                    </dl>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
