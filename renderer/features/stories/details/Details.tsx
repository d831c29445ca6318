import { useSession } from '../../../state/app-state.tsx';
import { countSelected } from '../../../state/selection.ts';
import { useSettled } from '../../../state/settled.ts';
import { PaneHeader } from '../../../ui/Pane.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { OneStory } from './OneStory.tsx';
import { SeveralStories } from './SeveralStories.tsx';

/** A held arrow key passes many stories; only the one it rests on is loaded. */
const REST_MS = 70;

/** Details, on the right, shows the active story, or what several selected ones have in common. */
export function Details() {
  const selection = useSession((s) => s.selection);
  const active = useSettled(
    useSession((s) => s.active),
    REST_MS,
  );
  const count = countSelected(selection);
  if (count > 1) return <SeveralStories selection={selection} />;
  const only = selection.kind === 'ids' && count === 1 ? [...selection.ids][0] : active;
  if (only) return <OneStory key={only} id={only} />;
  return (
    <>
      <PaneHeader title="Details" />
      <EmptyState title="No story selected">Select a story in the table to see its details here.</EmptyState>
    </>
  );
}
