import type { StoryId } from '../../../shared/models.ts';
import type { StoryElsewhere } from '../../../shared/pages/page-batch.ts';
import { checkStillOpen, today } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { storiesOn } from './layout/page-stories.ts';

export const elsewhereHandlers: Handlers<'stories.elsewhere'> = {
  'stories.elsewhere': async (context, { ids, system }) => {
    const { library } = context;
    const active = context.register.activeOn(today(context)).map(({ code }) => code);
    const asked = new Set<StoryId>(ids);
    const found = new Map<StoryId, StoryElsewhere['on']>();
    for (const code of active) {
      if (code === system) continue;
      storiesOn(context, code, undefined).forEach((id, index) => {
        if (!asked.has(id)) return;
        found.set(id, [...(found.get(id) ?? []), { code, position: index + 1 }]);
      });
      // In a large library each page takes a moment the first time; no key waits for all of them. What is done
      // meanwhile is in the answer for some pages only, and brings about another question.
      await new Promise(setImmediate);
      checkStillOpen(context, library);
    }
    return { pages: active.length, stories: [...found].map(([id, on]) => ({ id, on })) };
  },
};
