import { type ArticleId, SOURCE_FIELDS, type StoryDetail, type StoryFields } from '../../../shared/models.ts';
import { wallClock } from '../../../shared/words/days.ts';
import { checkSystems, type DeskContext, quoted, step, storiesWords } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { findImage } from '../images/image-files.ts';
import { chooseImage, keepChosen } from '../images/image-handlers.ts';
import { listSightings } from './captures.ts';
import { idsOfSelection } from './selection.ts';
import { headlineKey, newSourceKey } from './source-key.ts';
import { listKinds, listStories, rowsOfStories } from './story-list.ts';
import {
  editArticle,
  getArticle,
  insertArticle,
  listArticlesByHeadlineKey,
  resetFields,
  takenKeys,
  updateArticle,
} from './story-rows.ts';
import { insertTag, listTags } from './tag-rows.ts';

export const storyHandlers: Handlers<
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

  'stories.get': (context, { id }) => detailOf(context, id),

  'stories.kinds': (context) => listKinds(context.library.db),

  'stories.create': (context, { fields, systems, national, image }) => {
    checkSystems(context, systems);
    const { db } = context.library;
    const chosen = image ? chooseImage(image) : null;
    const result = step(context, `New story ${quoted(fields.headline)}`, (changes, actor) => {
      const id = insertArticle(changes, {
        ...fields,
        imageFile: chosen && keepChosen(db, changes, chosen),
        sourceKey: newSourceKey(fields, takenKeys(db, fields)),
        headlineKey: headlineKey(fields.headline),
        origin: 'written',
        seenOn: actor.day,
        national,
        // Whoever writes a story and files it has decided; one filed nowhere waits in the queue.
        review: systems.length > 0 || national ? { by: actor.by, atMs: actor.atMs } : null,
      });
      for (const system of new Set(systems)) {
        insertTag(changes, actor, { articleId: id, system, strength: 'about', origin: 'editor', reason: null });
      }
      return id;
    });
    return { entry: result.entry, changed: 1, id: result.value };
  },

  'stories.edit': (context, { id, fields, image }) => {
    const { db } = context.library;
    const given = definedOnly(fields);
    const chosen = image && chooseImage(image);
    const result = step(context, `Edit ${quoted(getArticle(db, id).headline)}`, (changes) => {
      const file = chosen === undefined ? {} : { imageFile: chosen && keepChosen(db, changes, chosen) };
      return editArticle(db, changes, getArticle(db, id), { ...given, ...file });
    });
    return { entry: result.entry, changed: result.value ? 1 : 0 };
  },

  'stories.resetFields': (context, { id, fields }) => {
    const { db } = context.library;
    const result = step(context, `Reset ${quoted(getArticle(db, id).headline)} to its source`, (changes) =>
      resetFields(changes, getArticle(db, id), fields),
    );
    return { entry: result.entry, changed: result.value ? 1 : 0 };
  },

  'stories.withdraw': (context, { selection }) => {
    const now = wallClock(context.clock());
    const result = step(
      context,
      (count: number) => `Withdraw ${storiesWords(count)}`,
      (changes) =>
        idsOfSelection(context.library.db, selection).filter((id) => {
          const article = getArticle(context.library.db, id);
          return article.withdrawnAt === null && updateArticle(changes, article, { withdrawnAt: now });
        }).length,
    );
    return { entry: result.entry, changed: result.value };
  },

  'stories.bringBack': (context, { selection }) => {
    const result = step(
      context,
      (count: number) => `Bring back ${storiesWords(count)}`,
      (changes) =>
        idsOfSelection(context.library.db, selection).filter((id) =>
          updateArticle(changes, getArticle(context.library.db, id), { withdrawnAt: null }),
        ).length,
    );
    return { entry: result.entry, changed: result.value };
  },
};

function definedOnly(fields: { [K in keyof StoryFields]?: StoryFields[K] | undefined }): Partial<StoryFields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export function detailOf(context: DeskContext, id: ArticleId): StoryDetail {
  const { db } = context.library;
  const article = getArticle(db, id);
  const [row] = rowsOfStories(db, [id]);
  if (!row) throw new Error(`story ${id} has an article but no row`);
  return {
    ...row,
    kicker: article.kicker,
    imageAddress: article.imageAddress,
    imageFile: article.imageFile === null ? null : findImage(db, article.imageFile),
    body: article.body,
    editedFields: SOURCE_FIELDS.filter((field) => field in article.sourceWords),
    tags: listTags(db, id),
    review: article.review && { by: article.review.by, at: new Date(article.review.atMs).toISOString() },
    sightings: listSightings(db, id),
    possibleDuplicates: listArticlesByHeadlineKey(db, article.headlineKey)
      .filter((other) => other.id !== id)
      .map((other) => ({ id: other.id, publishedAt: other.publishedAt })),
  };
}
