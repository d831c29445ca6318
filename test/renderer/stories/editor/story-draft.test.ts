import { describe, expect, it } from 'vitest';
import {
  changedFields,
  checkDraft,
  EMPTY_DRAFT,
  isSameDraft,
  toDraft,
} from '../../../../renderer/features/stories/editor/story-draft.ts';
import { testDesk } from '../../../helpers/desk.ts';

const errorsOf = (change: Partial<typeof EMPTY_DRAFT>) => {
  const checked = checkDraft({ ...EMPTY_DRAFT, headline: 'Ward opens', ...change });
  return checked.ok ? {} : checked.errors;
};

describe('the story form', () => {
  it('says in a sentence what is wrong with a field', () => {
    expect(errorsOf({})).toEqual({});
    expect(errorsOf({ headline: '  ' })).toEqual({ headline: 'A story needs a headline.' });
    expect(errorsOf({ url: 'example.org/story' })).toEqual({
      url: 'The web address must begin with http:// or https://.',
    });
    expect(errorsOf({ imageAddress: 'javascript:alert(1)' })).toEqual({
      imageAddress: 'The image address must begin with http:// or https://.',
    });
    expect(errorsOf({ headline: 'x'.repeat(1001) }).headline).toBe('This is too long: at most 1,000 characters fit.');
    expect(errorsOf({ publishedTime: '09:30' })).toEqual({ publishedDay: 'A time needs a day.' });
    expect(errorsOf({ embargoDay: '2026-02-30' })).toEqual({ embargoDay: 'This is not a day of the calendar.' });
  });

  it('comes back from the desk as it was written', async () => {
    const test = testDesk();
    const draft = {
      ...EMPTY_DRAFT,
      headline: 'Ward opens early',
      standfirst: 'The first patients came on Monday.',
      kind: 'News',
      url: 'https://example.org/ward',
      publishedDay: '2026-11-19',
      publishedTime: '06:30',
      embargoDay: '2026-11-20',
    };
    const checked = checkDraft(draft);
    if (!checked.ok) throw new Error('The draft is right.');
    const { id } = await test.ask('stories.create', { fields: checked.fields });
    expect(isSameDraft(toDraft(await test.ask('stories.get', { id })), draft)).toBe(true);
  });

  it('sends only what was changed, so that the rest stays the source’s', () => {
    const before = { ...EMPTY_DRAFT, headline: 'Ward opens', publishedDay: '2026-11-19' };
    expect(changedFields(before, before)).toEqual({});
    expect(changedFields(before, { ...before, publishedTime: '06:30', kicker: 'Exclusive' })).toEqual({
      kicker: 'Exclusive',
      publishedAt: '2026-11-19T06:30',
    });
  });
});
