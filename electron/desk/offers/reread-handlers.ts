import { DeskError } from '../../../shared/errors.ts';
import { checkSystems, quoted, step } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { insertRejection } from '../stories/rejections.ts';
import { findReread, sampleRereads, saveReread } from './reread-rows.ts';

export const rereadHandlers: Handlers<'rereads.sample' | 'rereads.answer'> = {
  'rereads.sample': (context, { size, seed }) => sampleRereads(context.library.db, size, seed),

  'rereads.answer': (context, { articleId, code, verdict }) => {
    checkSystems(context, [code]);
    const { db } = context.library;
    const { shortName } = context.register.get(code);
    const result = step(
      context,
      (headline: string) => `Read again, ${verdict}: ${shortName} for ${quoted(headline)}`,
      (changes, actor) => {
        const reread = findReread(db, articleId, code);
        if (!reread) {
          throw new DeskError(
            'reread-gone',
            `The story is no longer filed to ${shortName} by a suggestion, because it was changed meanwhile. Continue with the next.`,
          );
        }
        saveReread(changes, actor, reread, verdict);
        if (verdict === 'wrong') {
          changes.remove('tags', [articleId, code]);
          const why = reread.why ?? 'Found wrong in a spot-check.';
          insertRejection(db, changes, actor, { articleId, offer: code, why, evidence: reread.evidence });
        }
        return reread.headline;
      },
    );
    return { entry: result.entry, changed: 1 };
  },
};
