import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { SystemCode } from '../../../../shared/models.ts';
import { useSystems, useSystemsByCode } from '../../../state/queries.ts';
import { formatSuccessors, searchWithSuccessors } from '../../../state/system-search.ts';
import { Button } from '../../../ui/Button.tsx';
import { PickList } from '../../../ui/forms/PickList.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import textStyles from '../../../ui/text.module.css';

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
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const systems = useSystems();
  const byCode = useSystemsByCode();
  const options = searchWithSuccessors(systems, text)
    .filter((system) => !exclude.includes(system.code))
    .map((system) => {
      const former = formatSuccessors(system, byCode);
      return {
        id: system.code,
        section: former ? 'Former systems' : 'Systems',
        content: (
          <>
            <span className={textStyles['line']}>{system.shortName}</span>
            <span className={textStyles['shortDetail']}>{former ?? system.code}</span>
          </>
        ),
      };
    });
  function toggle(open: boolean) {
    setOpen(open);
    if (open) setText('');
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={toggle}>
      <Button aria-label={`${hint}: ${label}`}>
        <span className={layoutStyles['pair']}>
          {label}
          <ChevronDown size={14} aria-hidden="true" />
        </span>
      </Button>
      <Popover className={layoutStyles['popover'] ?? ''} placement="bottom start" offset={4}>
        <Dialog aria-label={hint} className={layoutStyles['bare'] ?? ''}>
          <PickList
            label={hint}
            placeholder="Name, code or abbreviation"
            text={text}
            onText={setText}
            options={options}
            onPick={(id) => {
              const system = systems.find((one) => one.code === id);
              setOpen(false);
              if (system) onChoose(system.code);
            }}
            onEscape={() => setOpen(false)}
            empty="No system has that name, code or abbreviation."
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
