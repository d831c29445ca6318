import { SOURCE_FIELDS, type StoryDetail, type StoryFields, type StoryId } from '../../../shared/models.ts';
import { wallClock } from '../../../shared/words/days.ts';
import { checkSystems, type DeskContext, quoted, step } from '../context.ts';
import { withoutRepeats, writeSeen } from '../core/seen.ts';
import type { Handlers } from '../handlers.ts';
import { findImage } from '../images/image-files.ts';
import { chooseImage, storeChosenImage } from '../images/image-handlers.ts';
import { listSightings } from './captures.ts';
import { listDuplicatePairs } from './duplicate-pairs.ts';
import { idsOfSelection } from './selection.ts';
import { headlineKey, newSourceKey } from './source-key.ts';
import { listDuplicatesOf } from './story-duplicates.ts';
import { editLabel, storiesLabel } from './story-labels.ts';
import { listKinds, listStories, rowsOfStories } from './story-list.ts';
import { editStory, findTakenKeys, getStory, insertStory, resetFields, type Story, updateStory } from './story-rows.ts';
import { storyWrite } from './story-seen.ts';
import { insertTag, listTags } from './tag-rows.ts';

export const storyHandlers: Handlers<
  | 'duplicates.list'
  | 'stories.list'
  | 'stories.get'
  | 'stories.kinds'
  | 'stories.create'
  | 'stories.edit'
  | 'stories.resetFields'
  | 'stories.withdraw'
  | 'stories.bringBack'
> = {
  'stories.list': (context, { query, sort, offset, limit }) =>
    listStories(context.library.db, query, sort, offset, limit),

  'duplicates.list': ({ library: { db } }) => ({
    pairs: listDuplicatePairs(db).map((pair) => ({
      ...pair,
      headlines: [getStory(db, pair.a).headline, getStory(db, pair.b).headline],
    })),
  }),

  'stories.get': (context, { id }) => detailOf(context, id),

  'stories.kinds': (context) => listKinds(context.library.db),

  'stories.create': (context, { fields, systems, national, image }) => {
    checkSystems(context, systems);
    const { db } = context.library;
    const chosen = image ? chooseImage(image) : null;
    const result = step(context, `New story ${quoted(fields.headline)}`, (changes, actor) => {
      const id = insertStory(changes, {
        ...fields,
        imageFile: chosen && storeChosenImage(db, actor, chosen),
        sourceKey: newSourceKey(fields, findTakenKeys(db, fields)),
        headlineKey: headlineKey(fields.headline),
        origin: 'written',
        seenOn: actor.day,
        national,
        // An editor who writes and files a story has reviewed it. An unfiled one waits in the queue.
        review: systems.length > 0 || national ? { by: actor.by, atMs: actor.atMs } : null,
      });
      for (const system of new Set(systems)) {
        insertTag(changes, actor, { articleId: id, system, strength: 'about', origin: 'editor', reason: null });
      }
      return id;
    });
    return { entry: result.entry, changed: 1, id: result.value };
  },

  'stories.edit': (context, { id, fields, image, seen }) => {
    const { db } = context.library;
    const given = withoutRepeats(definedOnly(fields), seen);
    const chosen = image && chooseImage(image);
    const { headline } = getStory(db, id);
    const result = step(
      context,
      ({ edited }: { edited: readonly string[] }) => editLabel(headline, edited),
      (changes, actor) => {
        const file = chosen === undefined ? {} : { imageFile: chosen && storeChosenImage(db, actor, chosen) };
        const before = getStory(db, id);
        const edit = () => editStory(db, changes, before, { ...given, ...file });
        const isChanged = writeSeen(db, actor, storyWrite(db, id, seen), edit);
        const names = [...Object.keys(given), ...Object.keys(file)];
        return { isChanged, edited: namesOfEdited(before, getStory(db, id), names) };
      },
    );
    return { entry: result.entry, changed: result.value.isChanged ? 1 : 0 };
  },

  'stories.resetFields': (context, { id, fields, seen }) => {
    const { db } = context.library;
    const result = step(context, `Reset ${quoted(getStory(db, id).headline)} to its source`, (changes, actor) =>
      writeSeen(db, actor, storyWrite(db, id, seen), () => resetFields(changes, getStory(db, id), fields)),
    );
    return { entry: result.entry, changed: result.value ? 1 : 0 };
  },

  'stories.withdraw': (context, { selection }) => {
    const now = wallClock(context.clock());
    const result = step(
      context,
      (ids: readonly StoryId[]) => `Withdraw ${storiesLabel(context.library.db, ids)}`,
      (changes) =>
        idsOfSelection(context.library.db, selection).filter((id) => {
          const story = getStory(context.library.db, id);
          return story.withdrawnAt === null && updateStory(changes, story, { withdrawnAt: now });
        }),
    );
    return { entry: result.entry, changed: result.value.length };
  },

  'stories.bringBack': (context, { selection }) => {
    const result = step(
      context,
      (ids: readonly StoryId[]) => `Bring back ${storiesLabel(context.library.db, ids)}`,
      (changes) =>
        idsOfSelection(context.library.db, selection).filter((id) =>
          updateStory(changes, getStory(context.library.db, id), { withdrawnAt: null }),
        ),
    );
    return { entry: result.entry, changed: result.value.length };
  },
};

/** Which of the given fields have a new value. */
function namesOfEdited(before: Story, after: Story, given: readonly string[]): readonly string[] {
  const names = given.filter((field) => before[field as keyof Story] !== after[field as keyof Story]);
  return names.map((field) => (field === 'imageFile' ? 'image' : field));
}

function definedOnly(fields: { [K in keyof StoryFields]?: StoryFields[K] | undefined }): Partial<StoryFields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export function detailOf(context: DeskContext, id: StoryId): StoryDetail {
  const { db } = context.library;
  const story = getStory(db, id);
  const [row] = rowsOfStories(db, [id]);
  if (!row) throw new Error(`story ${id} is in the library but has no row`);
  return {
    ...row,
    kicker: story.kicker,
    imageAddress: story.imageAddress,
    imageFile: story.imageFile === null ? null : findImage(db, story.imageFile),
    body: story.body,
    editedFields: SOURCE_FIELDS.filter((field) => field in story.sourceWords),
    tags: listTags(db, id),
    review: story.review && { by: story.review.by, at: new Date(story.review.atMs).toISOString() },
    sightings: listSightings(db, id),
    possibleDuplicates: listDuplicatesOf(db, story).map(({ id: other, reason }) => {
      const { headline, publishedAt } = getStory(db, other);
      return { id: other, headline, publishedAt, reason };
    }),
  };
}
