import { describe, expect, it } from 'vitest';
import {
  copyTeasers,
  forgetCut,
  isOurText,
  pasteTeasers,
  textOf,
} from '../../../../renderer/features/page-editor/placing/clipboard-actions.ts';
import { DEVON, DORSET, pageDesk } from '../../../helpers/pages.ts';
import { openWindow } from '../open-page.ts';

async function opened(dorset: readonly string[] = ['Harbour', 'Quay']) {
  const desk = await pageDesk(5, dorset);
  const window = await openWindow(desk);
  const written: string[] = [];
  const write = async (text: string) => void written.push(text);
  return { desk, written, write, said: () => window.session().announcement.text, ...window };
}

describe('copying and cutting', () => {
  it('keeps which stories and from where, and gives other programs their words', async () => {
    const { state, select, write, written, said, session, desk } = await opened();
    select('Two', 'Four');
    await copyTeasers(state, false, write);
    expect(said()).toBe('2 teasers copied.');
    expect(written).toEqual(['Two\nThe Two teaser.\n\nFour\nThe Four teaser.']);
    expect(session().clipboard).toMatchObject({ from: DEVON, isCut: false, text: written[0] });
    expect(session().clipboard?.teasers.map(({ articleId }) => articleId)).toEqual([desk.id('Two'), desk.id('Four')]);
    expect(textOf({ headline: 'A', standfirst: null, url: 'https://a.example/1' })).toBe('A\nhttps://a.example/1');
  });

  it('says so when the browser keeps its clipboard to itself; the teasers can be pasted all the same', async () => {
    const { state, select, session, open, desk } = await opened();
    select('Two');
    await copyTeasers(state, true, () => Promise.reject(new Error('denied')));
    expect(session().notices.at(-1)?.text).toBe(
      'Cut: Two. It stays here until it is pasted; Escape keeps it. Other programs cannot paste it: this browser does not share its clipboard.',
    );
    await open(DORSET);
    session().setTeaser(null);
    await pasteTeasers(state);
    expect(await desk.order(DORSET)).toBe('Two Harbour Quay');
  });

  it('knows what came with it from what another program put there since', async () => {
    const { state, select, session, write } = await opened();
    select('Two');
    await copyTeasers(state, false, write);
    const { clipboard } = session();
    if (!clipboard) throw new Error('nothing was copied');
    expect(isOurText(clipboard, 'Two\r\nThe Two teaser.')).toBe(true);
    expect(isOurText(clipboard, 'Devon ICS')).toBe(false);
    expect(isOurText({ ...clipboard, text: null }, 'Devon ICS')).toBe(true);
  });

  it('is forgotten when it was cut, and not when it was copied', async () => {
    const { state, select, session, write, said } = await opened();
    select('Two');
    await copyTeasers(state, false, write);
    forgetCut(state);
    expect(session().clipboard).not.toBeNull();
    await copyTeasers(state, true, write);
    forgetCut(state);
    expect(session().clipboard).toBeNull();
    expect(said()).toBe('The cut is cleared.');
  });
});

describe('pasting', () => {
  it('stands before the first selected teaser, is selected, and takes nothing twice from its page', async () => {
    const { state, select, session, write, said, open, desk } = await opened();
    select('Two', 'Three');
    await copyTeasers(state, true, write);
    await open(DORSET);
    select('Quay');
    await pasteTeasers(state);
    expect(said()).toBe('2 teasers moved to 2 and 3 of 4.');
    expect(await desk.order(DORSET)).toBe('Harbour Two Three Quay');
    expect(await desk.order()).toBe('One Four Five');
    expect(session().teasers).toEqual([desk.id('Two'), desk.id('Three')]);
    expect(session().clipboard).toMatchObject({ from: DEVON, isCut: false });
  });

  it('moves what was cut on the same page, shown at once', async () => {
    const { state, select, write, headlines, said, desk } = await opened();
    select('Four', 'Five');
    await copyTeasers(state, true, write);
    select('Two');
    const pasting = pasteTeasers(state);
    expect(headlines()).toBe('One Four Five Two Three');
    await pasting;
    expect(said()).toBe('2 teasers moved to 2 and 3 of 5.');
    expect(await desk.order()).toBe('One Four Five Two Three');
  });

  it('leaves everything as it was when it is refused', async () => {
    const { state, select, write, session, open, desk } = await opened();
    select('Two', 'Three');
    await copyTeasers(state, true, write);
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [desk.id('Three')] } });
    await open(DORSET);
    expect(await pasteTeasers(state)).toEqual([]);
    expect(session().notices.at(-1)?.text).toBe('“Three” is withdrawn. Bring it back before you place it.');
    expect(session().clipboard?.isCut).toBe(true);
    expect(await desk.order(DORSET)).toBe('Harbour Quay');
  });

  it('stands where the gap is that the keys are on', async () => {
    const { state, select, write, session, desk, shown, open } = await opened(['Harbour', 'Quay', 'Pier']);
    await desk.ask('pages.pin', { system: DORSET, articleId: desk.id('Quay') });
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [desk.id('Quay')] } });
    select('Two');
    await copyTeasers(state, false, write);
    await open(DORSET);
    expect(shown().waiting).toHaveLength(1);
    session().setGap(desk.id('Quay'));
    await pasteTeasers(state);
    expect(await desk.order(DORSET)).toBe('Harbour Two Pier');
  });
});
