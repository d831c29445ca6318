import { Settings2 } from 'lucide-react';
import { memo } from 'react';
import type { SystemCode } from '../../../../shared/models.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { passKeysOn } from '../../../ui/pass-keys-on.ts';
import textStyles from '../../../ui/text.module.css';
import type { ZoneWords } from '../zone-heading.ts';
import styles from './ZoneHeading.module.css';

/** ZoneHeading is drawn inside the zone's first row, because a drag can only go between rows. */
export const ZoneHeading = memo(function ZoneHeading({ heading, system }: { heading: ZoneWords; system: SystemCode }) {
  const { session } = useAppState();
  const { zoneId, name, count, rule } = heading;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only forwards keys pressed inside.
    <div className={styles['heading']} onKeyDown={passKeysOn}>
      <p className={styles['words']}>
        <strong className={textStyles['lead']}>{name}</strong> {count}, {rule}
      </p>
      <IconButton
        label={`Zone ${name}: limit and rule`}
        icon={<Settings2 size={14} aria-hidden="true" />}
        className={styles['change']}
        onPress={() => session.getState().openDialog({ kind: 'page-zones', system, zoneId })}
      />
    </div>
  );
});
