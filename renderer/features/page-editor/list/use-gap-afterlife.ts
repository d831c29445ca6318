import { useEffect, useRef } from 'react';
import type { EditorTeaser } from '../../../../shared/models.ts';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { isFocusLost } from '../../../ui/lost-focus.ts';
import { focusTeaserWhenDrawn, isInTeasers } from '../focus-teaser.ts';
import { keyOfGap, type Surroundings } from '../teaser-rows.ts';

/** When the focused gap is fixed, the focus moves to the teaser that now has its number. */
export function useGapAfterlife(order: readonly EditorTeaser[], around: ReadonlyMap<string, Surroundings>): void {
  const { session } = useAppState();
  const gap = useSession((s) => s.gap);
  const lastNumber = useRef(1);
  useEffect(() => {
    if (gap === null) return;
    const number = around.get(keyOfGap(gap))?.number;
    if (number) {
      lastNumber.current = number;
      return;
    }
    const teaser = order[Math.min(lastNumber.current, order.length) - 1]?.articleId ?? null;
    const areKeysHere = isInTeasers(document.activeElement) || isFocusLost();
    session.getState().setTeaser(teaser);
    if (teaser !== null && areKeysHere) focusTeaserWhenDrawn(teaser);
  }, [gap, order, around, session]);
}
