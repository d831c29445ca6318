import { useCommand } from '../../commands/context.tsx';
import { useAppState } from '../../state/app-state.tsx';
import { write } from '../../state/writes.ts';
import { onlyTeaserOf } from './open-page.ts';

/** The commands that set and remove the joint-lead mark, for the selected lead only. */
export function useJointLeadCommands(): void {
  const state = useAppState();
  const lead = () => {
    const open = onlyTeaserOf(state);
    if (open?.teaser.position !== 1) return null;
    const { articleId } = open.teaser;
    return { articleId, isJoint: open.page.jointLead?.articleId === articleId };
  };
  useCommand('page.jointLead', {
    when: () => lead()?.isJoint === false,
    run: async () => {
      const marked = lead();
      if (marked) await write(state, 'joint.mark', { articleId: marked.articleId, seen: { note: null } });
    },
  });
  useCommand('page.endJointLead', {
    when: () => lead()?.isJoint === true,
    run: async () => {
      const marked = lead();
      if (marked) await write(state, 'joint.unmark', { articleId: marked.articleId });
    },
  });
}
