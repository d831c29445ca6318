import { VisuallyHidden } from 'react-aria-components';
import type { SystemCode } from '../../../../shared/models.ts';
import { formatCheckCounts } from '../../../../shared/pages/checks.ts';
import { useCommandControl } from '../../../commands/context.tsx';
import { useQuery } from '../../../state/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { WithTooltip } from '../../../ui/Tooltip.tsx';
import styles from './ChecksPane.module.css';

/** ChecksButton counts the failed checks of the page and opens their list. */
export function ChecksButton({ system }: { system: SystemCode }) {
  const control = useCommandControl('page.checks');
  const checks = useQuery('checks.page', { system }).data;
  const words = checks ? formatCheckCounts(checks) : 'being looked at';
  return (
    <WithTooltip text={`Checks: ${words}`} keys={control.keys}>
      <Button onPress={control.onPress}>
        Checks<VisuallyHidden elementType="span"> {words}</VisuallyHidden>
        {checks && checks.errors > 0 ? (
          <span aria-hidden="true" className={styles['errorCount']}>
            {checks.errors}
          </span>
        ) : null}
        {checks && checks.warnings > 0 ? (
          <span aria-hidden="true" className={styles['warningCount']}>
            {checks.warnings}
          </span>
        ) : null}
      </Button>
    </WithTooltip>
  );
}
