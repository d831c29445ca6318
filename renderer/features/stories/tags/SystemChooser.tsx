import { ChevronDown } from 'lucide-react';
import type { SystemCode } from '../../../../shared/models.ts';
import { useSystems, useSystemsByCode } from '../../../state/queries.ts';
import { optionOfSystem, searchWithSuccessors } from '../../../state/system-search.ts';
import { Button } from '../../../ui/Button.tsx';
import { PickPopover } from '../../../ui/forms/PickPopover.tsx';
import layoutStyles from '../../../ui/layout.module.css';

/** SystemChooser is a button that opens a type-ahead over all systems. Choosing one closes it. */
export function SystemChooser({
  label,
  hint,
  onChoose,
  exclude = [],
}: {
  label: string;
  /** The purpose of the choice, for screen readers. */
  hint: string;
  onChoose: (code: SystemCode) => void;
  exclude?: readonly SystemCode[];
}) {
  const systems = useSystems();
  const byCode = useSystemsByCode();
  return (
    <PickPopover
      button={
        <Button aria-label={`${hint}: ${label}`}>
          <span className={layoutStyles['pair']}>
            {label}
            <ChevronDown size={14} aria-hidden="true" />
          </span>
        </Button>
      }
      label={hint}
      placeholder="Name, code or abbreviation"
      optionsFor={(text) =>
        searchWithSuccessors(systems, text)
          .filter((system) => !exclude.includes(system.code))
          .map((system) => optionOfSystem(system, byCode))
      }
      onPick={(id) => {
        const system = systems.find((one) => one.code === id);
        if (system) onChoose(system.code);
      }}
      empty="No system has that name, code or abbreviation."
    />
  );
}
