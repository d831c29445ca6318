import { type ReactNode, useRef } from 'react';
import type { ZonesDraft } from './use-zones-draft.ts';
import { ZoneForm } from './ZoneForm.tsx';
import { ZoneList } from './ZoneList.tsx';
import styles from './ZonesWorkbench.module.css';
import type { ReadZones } from './zones-draft.ts';

/** The zones, the one that is open, and what it would do: from left to right, as the panes of a page. */
export function ZonesWorkbench({
  draft,
  children,
}: {
  draft: ZonesDraft /** The right column. */;
  children: ReactNode;
}) {
  const form = useRef<HTMLElement>(null);
  const zone = draft.open;
  // A zone that has just been added is drawn a frame later.
  const focusName = () =>
    requestAnimationFrame(() => {
      const name = form.current?.querySelector<HTMLInputElement>('input[name=name]');
      name?.focus();
      name?.select();
    });
  return (
    <div className={styles['columns']}>
      <ZoneList draft={draft} onEnter={focusName} />
      {zone ? (
        <ZoneForm
          key={zone.key}
          zone={zone}
          errors={draft.errorsOf(zone.key)}
          onChange={(change) => draft.change(zone.key, change)}
          formRef={form}
        />
      ) : null}
      <div className={styles['right']}>{children}</div>
    </div>
  );
}

/** Opens the first zone with something to mend, and puts the keys on the field. */
export function focusMistake(draft: ZonesDraft): void {
  if (draft.read.ok) return;
  const [first] = draft.read.errors;
  if (!first) return;
  const [key, errors] = first;
  draft.select(key);
  const [field] = Object.keys(errors);
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[role=dialog] input[name="${field}"][aria-invalid]`)?.focus(),
  );
}

/** What the dialog's foot says. */
export function statusWords(read: ReadZones, isSaving: boolean): string {
  if (isSaving) return 'Saving…';
  return read.ok ? '' : `This cannot be saved yet. ${read.sentence}`;
}
