import type { PageView, SystemCode } from '../../../shared/models.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { useLibraryInfo, useQuery } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import textStyles from '../../ui/text.module.css';
import { teasersOf } from './open-page.ts';
import styles from './SignedLine.module.css';
import { formatSignOff, versionName } from './versions/version-words.ts';

/**
 * SignedLine, above the teasers, shows whether readers get the signed-off page, and how many teasers the zones
 * filled.
 */
export function SignedLine({ system, page }: { system: SystemCode; page: PageView }) {
  const state = useQuery('versions.state', { system }).data;
  const today = useLibraryInfo().data?.today ?? '';
  const versions = useCommandControl('page.versions');
  const isOpen = state !== undefined && (state.signed === null || state.changes > 0);
  return (
    <div className={styles['line']}>
      {state ? <Chip tone={isOpen ? 'possible' : 'plain'}>{formatSignOff(state)}</Chip> : null}
      <span className={textStyles['line']}>
        {state?.signed ? `${state.signed.by}, ${versionName(state.signed, today)} · ` : ''}
        {pageCounts(page)}
      </span>
      {state?.signed && state.changes > 0 ? (
        <Button variant="quiet" keys={versions.keys} onPress={versions.onPress}>
          Compare
        </Button>
      ) : null}
    </div>
  );
}

function pageCounts(page: PageView): string {
  const teasers = teasersOf(page);
  const own = teasers.filter((teaser) => teaser.placed !== 'filled').length;
  return own === 0 ? 'all filled by the zones' : `${own} placed, ${teasers.length - own} filled by the zones`;
}
