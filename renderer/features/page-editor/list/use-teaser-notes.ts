import { useMemo } from 'react';
import type { PageView, StoryId, SystemCode } from '../../../../shared/models.ts';
import { useSession } from '../../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../../state/queries.ts';
import { useBeside } from '../beside/use-beside.ts';
import { teasersOf } from '../open-page.ts';
import { formatElsewhere, type NameOf, notesOf, type TeaserNotes } from './teaser-notes.ts';

const NO_TWINS = new Map<StoryId, never>();

function useElsewhere(system: SystemCode, stories: readonly StoryId[]) {
  // Sorted, so that moving teasers does not make a new query for the same stories.
  const ids = useMemo(() => stories.toSorted(), [stories]);
  return useQuery('stories.elsewhere', ids.length === 0 ? null : { system, ids }, { keepPrevious: true }).data;
}

function useNameOf(): NameOf {
  const byCode = useSystemsByCode();
  return useMemo(() => (code: string) => byCode.get(code as SystemCode)?.shortName ?? code, [byCode]);
}

/** Returns the notes of the open page's teasers, in one map that stays the same while its content is equal. */
export function useTeaserNotes(page: PageView): ReadonlyMap<StoryId, TeaserNotes> {
  const stories = useMemo(() => teasersOf(page).map(({ articleId }) => articleId), [page]);
  const elsewhere = useElsewhere(page.system.code, stories);
  const nameOf = useNameOf();
  const fold = useSession((s) => s.fold);
  const beside = useBeside(page.system.code);
  const words = JSON.stringify(
    notesOf(page, {
      elsewhere,
      sameStories: beside?.comparison?.sameStories ?? NO_TWINS,
      besideName: beside?.name ?? '',
      fold,
      nameOf,
    }),
  );
  return useMemo(() => new Map<StoryId, TeaserNotes>(JSON.parse(words)), [words]);
}

/** Says in words on which other pages each story is shown; only stories that are shown on any. */
export function useElsewhereWords(
  system: SystemCode,
  stories: readonly { id: StoryId }[],
): ReadonlyMap<StoryId, string> {
  const ids = useMemo(() => stories.map(({ id }) => id), [stories]);
  const elsewhere = useElsewhere(system, ids);
  const nameOf = useNameOf();
  const words = JSON.stringify(
    elsewhere?.stories.flatMap(({ id, on }) => {
      const found = formatElsewhere(on, null, nameOf);
      return found ? [[id, found.message]] : [];
    }) ?? [],
  );
  return useMemo(() => new Map<StoryId, string>(JSON.parse(words)), [words]);
}
