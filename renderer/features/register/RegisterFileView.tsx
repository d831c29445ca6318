import { FileUp } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { longDay } from '../../../shared/words/day-words.ts';
import { type CallError, toCallError } from '../../api.ts';
import { useAppState } from '../../state/app-state.tsx';
import { useQuery } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import rowStyles from '../../ui/rows.module.css';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import styles from './RegisterFileView.module.css';
import { RegisterPreviewCard } from './RegisterPreviewCard.tsx';
import { type ChosenRegister, loadRegister, previewRegister } from './succession-actions.ts';

type Chosen =
  | { kind: 'none' }
  | { kind: 'reading'; file: string }
  | { kind: 'refused'; file: string; error: CallError }
  | { kind: 'read'; file: File; register: ChosenRegister };

/** RegisterFileView shows the current register, and previews a newer file before loading it. */
export function RegisterFileView() {
  const state = useAppState();
  const current = useQuery('register.current', {});
  const [chosen, setChosen] = useState<Chosen>({ kind: 'none' });
  const [isLoading, setLoading] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const serial = useRef(0);

  const take = useCallback(
    async (files: readonly File[]) => {
      const [file, ...others] = files;
      if (!file) return;
      if (others.length > 0) {
        state.session.getState().notify('A register is one file. Choose or drop one file only.', { tone: 'bad' });
        return;
      }
      const mine = ++serial.current;
      setChosen({ kind: 'reading', file: file.name });
      try {
        const register = await previewRegister(state, file);
        if (mine === serial.current) setChosen({ kind: 'read', file, register });
      } catch (error) {
        if (mine === serial.current) setChosen({ kind: 'refused', file: file.name, error: toCallError(error) });
      }
    },
    [state],
  );
  useEffect(() => {
    const { setRegisterTaker } = state.session.getState();
    setRegisterTaker((files) => void take(files));
    return () => setRegisterTaker(null);
  }, [state, take]);
  // Another register may be in use after a step, an undo or another door's step, so the preview must be read again.
  const version = current.data?.version;
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== version && chosen.kind === 'read') void take([chosen.file]);
    seen.current = version;
  }, [version, chosen, take]);

  async function load(register: ChosenRegister) {
    setLoading(true);
    try {
      if (await loadRegister(state, register)) setChosen({ kind: 'none' });
    } finally {
      setLoading(false);
    }
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with keys, so the scrolling element takes the focus.
    <section className={cx(layoutStyles['scroller'], rowStyles['ring'])} tabIndex={0} aria-label="Register file">
      <div className={styles['content']}>
        {current.error && !current.data ? (
          <ErrorState title="The register could not be read" message={current.error.message} onRetry={current.retry} />
        ) : current.data ? (
          <dl className={styles['facts']}>
            <dt>Current register</dt>
            <dd>
              Version {current.data.version}: {current.data.active} systems since {longDay(current.data.from)}, and{' '}
              {current.data.former} ended systems
            </dd>
            <dt>From</dt>
            <dd>
              {current.data.loaded
                ? `${current.data.loaded.file}, loaded by ${current.data.loaded.by} on ${longDay(current.data.loaded.at)}`
                : 'Included with Patchdesk'}
            </dd>
          </dl>
        ) : (
          <Skeleton lines={2} label="Reading the register" />
        )}
        <div className={layoutStyles['drop']}>
          <FileUp size={22} aria-hidden="true" />
          <p>
            A newer register file lists the systems that begin, end or change. You see its changes before you load it.
          </p>
          <Button onPress={() => picker.current?.click()} isPending={chosen.kind === 'reading'}>
            Choose a register file…
          </Button>
          <p className={textStyles['quiet']}>or drop it on this window</p>
          <input
            ref={picker}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label="Register file"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              // Reset, so that the same file can be chosen again.
              event.target.value = '';
              void take(files);
            }}
          />
        </div>
        {chosen.kind === 'refused' ? (
          <div role="alert" className={styles['refused']}>
            <p className={textStyles['badTitle']}>{chosen.file} was refused</p>
            <p>{chosen.error.message}</p>
            <p className={textStyles['quiet']}>Nothing was changed. Fix the file, or choose another.</p>
          </div>
        ) : null}
        {chosen.kind === 'read' ? (
          <RegisterPreviewCard
            preview={chosen.register.preview}
            isLoading={isLoading}
            onLoad={() => void load(chosen.register)}
            onCancel={() => setChosen({ kind: 'none' })}
          />
        ) : null}
      </div>
    </section>
  );
}
