import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { SystemCode } from '../../../shared/models.ts';
import { useSystems, useSystemsByCode } from '../../state/queries.ts';
import { formatSuccessors, searchWithSuccessors } from '../../state/system-search.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { PickList } from '../../ui/forms/PickList.tsx';
import layoutStyles from '../../ui/layout.module.css';
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
  const byCode = useSystemsByCode();
  const opener = useRef<HTMLButtonElement>(null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a flex box in every browser.
    <div role="group" aria-label="Systems" className={styles['field']}>
      <span className={textStyles['medium']} aria-hidden="true">
        Systems
      </span>
      {systems.length > 0 ? (
        <ul className={layoutStyles['chips']} aria-label="Systems chosen">
          {systems.map((code) => {
            const system = byCode.get(code);
            const name = system?.shortName ?? code;
            const former = system ? formatSuccessors(system, byCode) : null;
            return (
              <li key={code} className={layoutStyles['token']}>
                <span>
                  {name}
                  {former ? <span className={textStyles['second']}> {former}</span> : null}
                </span>
                <IconButton
                  label={`Remove ${name}`}
                  icon={<X size={13} aria-hidden="true" />}
                  onPress={() => {
                    onChange(systems.filter((one) => one !== code));
                    // The button disappears with its line, so move the focus to the opener.
                    opener.current?.focus();
                  }}
                  className={styles['drop']}
                />
              </li>
            );
          })}
        </ul>
      ) : null}
      <SystemsPopover openerRef={opener} systems={systems} onChange={onChange} />
      {error ? <span className={styles['error']}>{error}</span> : null}
      <span className={textStyles['smallQuiet']}>
        Choose one system, or several if the name may mean any of them. A former system is offered as its successors.
      </span>
    </div>
  );
}

function SystemsPopover({
  openerRef,
  systems,
  onChange,
}: {
  openerRef: React.Ref<HTMLButtonElement>;
  systems: readonly SystemCode[];
  onChange: (systems: SystemCode[]) => void;
}) {
  const all = useSystems();
  const byCode = useSystemsByCode();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const options = searchWithSuccessors(all, text).map((system) => {
    const former = formatSuccessors(system, byCode);
    const isChecked = systems.includes(system.code);
    return {
      id: system.code,
      section: former ? 'Former systems' : 'Systems',
      isChecked,
      content: (
        <>
          <span className={layoutStyles['tick']} aria-hidden="true">
            {isChecked ? '✓' : ''}
          </span>
          <span className={textStyles['line']}>{system.shortName}</span>
          <span className={textStyles['shortDetail']}>{former ?? system.code}</span>
        </>
      ),
    };
  });
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (open) setText('');
      }}
    >
      <Button ref={openerRef} data-opens="systems" icon={<Plus size={14} aria-hidden="true" />}>
        {systems.length === 0 ? 'Choose a system' : 'Add another system'}
      </Button>
      <Popover className={layoutStyles['popover'] ?? ''} placement="bottom start" offset={4}>
        <Dialog aria-label="Choose systems" className={layoutStyles['bare'] ?? ''}>
          <PickList
            label="System: name, code or abbreviation"
            placeholder="Name, code or abbreviation"
            text={text}
            onText={setText}
            options={options}
            isMultiple
            startsBlank
            onPick={(id) => {
              const code = all.find((system) => system.code === id)?.code;
              if (!code) return;
              onChange(systems.includes(code) ? systems.filter((one) => one !== code) : [...systems, code]);
              setText('');
            }}
            // Enter in the empty field closes the list.
            onEnter={() => {
              if (text !== '' || systems.length === 0) return false;
              setOpen(false);
              return true;
            }}
            onEscape={() => setOpen(false)}
            empty="No system has that name, code or abbreviation."
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
