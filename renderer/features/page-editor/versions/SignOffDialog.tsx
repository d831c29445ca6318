import { type FormEvent, useState } from 'react';
import type { SystemCode } from '../../../../shared/models.ts';
import { formatCheckCounts, type PageChecks } from '../../../../shared/pages/checks.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../../state/queries.ts';
import { write } from '../../../state/writes.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/forms/Field.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import styles from './SignOffDialog.module.css';
import { formatSignOff } from './version-words.ts';

/** SignOffDialog saves the page as it is. It lists the failed checks once more, and errors need a note. */
export function SignOffDialog({ system, onClose }: { system: SystemCode; onClose: () => void }) {
  const state = useAppState();
  const name = useSystemsByCode().get(system)?.shortName ?? system;
  const checks = useQuery('checks.page', { system });
  const signed = useQuery('versions.state', { system }).data;
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const errors = checks.data?.errors ?? 0;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!checks.data || isWorking) return;
    if (errors > 0 && note.trim() === '') return setRefusal('Type why you sign off the page with errors.');
    setWorking(true);
    const input = { system, note, despite: errors > 0 };
    const written = await write(state, 'versions.signOff', input, `${name} is signed off.`);
    setWorking(false);
    if (written) onClose();
  }

  return (
    <Dialog
      title={`Sign off ${name}`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="sign-off" isDisabled={!checks.data} isPending={isWorking}>
            {errors > 0 ? `Sign off despite ${formatCheckCounts({ errors, warnings: 0 })}` : 'Sign off'}
          </Button>
        </>
      }
    >
      <form id="sign-off" className={layoutStyles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <p className={textStyles['second']}>
          Saves the page exactly as an export would write it now, with your name and the time
          {signed ? `. Until now: ${formatSignOff(signed)}.` : '.'}
        </p>
        {checks.error && !checks.data ? (
          <ErrorState title="The checks could not be run" message={checks.error.message} onRetry={checks.retry} />
        ) : null}
        {checks.data ? <Standing checks={checks.data} /> : <Skeleton lines={3} label="Checking the page" />}
        <TextField
          label="Note"
          value={note}
          onChange={(value) => {
            setNote(value);
            setRefusal(null);
          }}
          isRequired={errors > 0}
          maxLength={500}
          error={refusal}
          hint="Shown with this version."
          autoFocus
        />
      </form>
    </Dialog>
  );
}

function Standing({ checks }: { checks: PageChecks }) {
  const standing = checks.checks.filter(({ silence }) => silence === null);
  const silenced = checks.checks.length - standing.length;
  return (
    <div className={styles['checks']}>
      <p>
        {standing.length === 0 ? 'Every check passes.' : `${formatCheckCounts(checks)}:`}
        {silenced > 0 ? ` ${silenced} silenced.` : ''}
      </p>
      {standing.length > 0 ? (
        <ul className={layoutStyles['boxedList']}>
          {standing.map(({ key, level, says }) => (
            <li key={key}>
              <strong className={styles[level]}>{level === 'error' ? 'Error' : 'Warning'}</strong> {says}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
