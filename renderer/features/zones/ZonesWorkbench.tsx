import { type ReactNode, useRef } from 'react';
import type { ZonesDraft } from './use-zones-draft.ts';
import { ZoneForm } from './ZoneForm.tsx';
import { ZoneList } from './ZoneList.tsx';
import styles from './ZonesWorkbench.module.css';
import type { ReadZones } from './zones-draft.ts';

/** ZonesWorkbench has three columns: the zones, the open zone, and the effect. */
export function ZonesWorkbench({
  draft,
  children,
}: {
  draft: ZonesDraft /** The content of the right column. */;
  children: ReactNode;
}) {
  const form = useRef<HTMLElement>(null);
  const zone = draft.open;
  // A new zone is rendered one frame later.
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

/** Opens the first zone with an error and focuses the field. */
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

/** The status text in the dialog's footer. */
export function formatSaveStatus(read: ReadZones, isSaving: boolean): string {
  if (isSaving) return 'Saving…';
  return read.ok ? '' : `This cannot be saved yet. ${read.sentence}`;
}
