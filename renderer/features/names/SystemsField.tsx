import { Plus } from 'lucide-react';
import { useRef } from 'react';
import type { SystemCode } from '../../../shared/models.ts';
import { useSystems, useSystemsByCode } from '../../state/queries.ts';
import { formatSuccessors, optionOfSystem, searchWithSuccessors } from '../../state/system-search.ts';
import { Button } from '../../ui/Button.tsx';
import { PickedList } from '../../ui/forms/PickedList.tsx';
import { PickPopover } from '../../ui/forms/PickPopover.tsx';
import textStyles from '../../ui/text.module.css';
import styles from './SystemsField.module.css';

/** SystemsField edits the systems a name means: a list, and a type-ahead to add to it. */
export function SystemsField({
  systems,
  onChange,
  error,
}: {
  systems: readonly SystemCode[];
  onChange: (systems: SystemCode[]) => void;
  error: string | null;
}) {
  const all = useSystems();
  const byCode = useSystemsByCode();
  const opener = useRef<HTMLButtonElement>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a flex box in every browser.
    <div role="group" aria-label="Systems" className={styles['field']}>
      <span className={textStyles['medium']} aria-hidden="true">
        Systems
      </span>
      <PickedList
        label="Systems chosen"
        picked={systems.map((code) => {
          const system = byCode.get(code);
          return {
            id: code,
            label: system?.shortName ?? code,
            detail: system ? formatSuccessors(system, byCode) : null,
          };
        })}
        onDrop={(id) => onChange(systems.filter((one) => one !== id))}
        opener={opener}
      />
      <PickPopover
        button={
          <Button ref={opener} data-opens="systems" icon={<Plus size={14} aria-hidden="true" />}>
            {systems.length === 0 ? 'Choose a system' : 'Add another system'}
          </Button>
        }
        label="Choose systems"
        listLabel="System: name, code or abbreviation"
        placeholder="Name, code or abbreviation"
        isMultiple
        hasPicked={systems.length > 0}
        optionsFor={(text) =>
          searchWithSuccessors(all, text).map((system) => ({
            ...optionOfSystem(system, byCode),
            isChecked: systems.includes(system.code),
          }))
        }
        onPick={(id) => {
          const code = all.find((system) => system.code === id)?.code;
          if (!code) return;
          onChange(systems.includes(code) ? systems.filter((one) => one !== code) : [...systems, code]);
        }}
        empty="No system has that name, code or abbreviation."
      />
      {error ? <span className={styles['error']}>{error}</span> : null}
      <span className={textStyles['smallQuiet']}>
        Choose one system, or several if the name may mean any of them. A former system is offered as its successors.
      </span>
    </div>
  );
}
