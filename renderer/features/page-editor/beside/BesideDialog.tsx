import { useState } from 'react';
import type { System, SystemCode } from '../../../../shared/models.ts';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { useQuery, useSystems, useSystemsByCode } from '../../../state/queries.ts';
import { formatSuccessors, searchWithSuccessors } from '../../../state/system-search.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { PickList } from '../../../ui/forms/PickList.tsx';
import textStyles from '../../../ui/text.module.css';
import { goBeside } from './use-beside-commands.ts';

/** BesideDialog chooses the page to compare with. Neighbours come first while nothing is typed. */
export function BesideDialog({ system, onClose }: { system: SystemCode; onClose: () => void }) {
  const state = useAppState();
  const [text, setText] = useState('');
  const systems = useSystems();
  const byCode = useSystemsByCode();
  const shown = useSession((s) => s.besideSystem);
  const neighbours = useQuery('systems.neighbours', { system }).data ?? [];
  const nextDoor = new Set(neighbours);
  const found = searchWithSuccessors(systems, text).filter(({ code }) => code !== system);
  const inOrder = text.trim() === '' ? neighboursFirst(found, nextDoor, shown) : found;
  const options = inOrder.map((each) => {
    const former = formatSuccessors(each, byCode);
    return {
      id: each.code,
      section: nextDoor.has(each.code) ? 'Neighbours' : former ? 'Former systems' : 'Systems',
      content: (
        <>
          <span className={textStyles['line']}>{each.shortName}</span>
          <span className={textStyles['shortDetail']}>{former ?? each.code}</span>
        </>
      ),
    };
  });
  const name = byCode.get(system)?.shortName ?? system;
  return (
    <Dialog title={`Compare with ${name}`} bare onClose={onClose}>
      <PickList
        label={`Page to compare with ${name}: name, code or abbreviation`}
        placeholder={`Compare with ${name}: name, code or abbreviation`}
        text={text}
        onText={setText}
        options={options}
        onPick={(id) => {
          onClose();
          const picked = systems.find(({ code }) => code === id);
          // Wait until the dialog has restored the focus.
          if (picked) setTimeout(() => goBeside(state, picked.code));
        }}
        onEscape={onClose}
        empty="No system has that name, code or abbreviation."
      />
    </Dialog>
  );
}

/** The page already compared comes first, so that one more Enter moves the focus into it. */
function neighboursFirst(
  systems: readonly System[],
  nextDoor: ReadonlySet<SystemCode>,
  shown: SystemCode | null,
): System[] {
  const place = ({ code }: System) => (code === shown ? 0 : nextDoor.has(code) ? 1 : 2);
  return systems.toSorted((a, b) => place(a) - place(b));
}
