import { describe, expect, it } from 'vitest';
import { marksOf, merged, piecesOf } from '../../../renderer/features/queue/marks.ts';
import { offer, queueStory, words } from './samples.ts';

const text = 'Beds at Harbour Infirmary and in Netherby move to Harbour Infirmary';

describe('marked words', () => {
  it('marks what offers rest on, in their field, and nothing that was rejected', () => {
    const story = queueStory(
      [
        offer('QAA', { reason: words(text, 'Harbour Infirmary', 'standfirst') }),
        offer('QBB', { level: 'possible', reason: words(text, 'Netherby', 'standfirst') }),
        offer('QCC', { state: 'rejected', reason: words(text, 'Beds', 'standfirst') }),
      ],
      { standfirst: text },
    );
    expect(marksOf(story, 'standfirst').map(({ start, end, tone }) => [text.slice(start, end), tone])).toEqual([
      ['Harbour Infirmary', 'named'],
      ['Netherby', 'possible'],
    ]);
    expect(marksOf(story, 'headline')).toEqual([]);
    expect(marksOf(story, 'body')).toEqual([]);
  });

  it('makes one mark of words that several offers share: the surest colours it, all say why', () => {
    const shared = words(text, 'Harbour Infirmary', 'standfirst');
    const story = queueStory(
      [
        offer('QAA', { level: 'possible', reason: shared, why: 'It may be the one in A.' }),
        offer('QBB', { level: 'likely', reason: words(text, 'Infirmary', 'standfirst'), why: 'Or the one in B.' }),
      ],
      { standfirst: text },
    );
    expect(marksOf(story, 'standfirst')).toEqual([
      { start: shared.start, end: shared.end, tone: 'likely', says: ['It may be the one in A.', 'Or the one in B.'] },
    ]);
  });

  it('joins marks that overlap and keeps those that only touch apart', () => {
    const mark = (start: number, end: number) => ({ start, end, tone: 'named' as const, says: [`${start}`] });
    expect(merged([mark(4, 9), mark(0, 5), mark(9, 12)]).map(({ start, end }) => [start, end])).toEqual([
      [0, 9],
      [9, 12],
    ]);
  });

  it('finds the words again in a text that was edited, and marks nothing where they have gone', () => {
    const reason = { ...words(text, 'Netherby', 'standfirst'), start: 2, end: 10 };
    const at = text.indexOf('Netherby');
    expect(marksOf(queueStory([offer('QAA', { reason })], { standfirst: text }), 'standfirst')[0]?.start).toBe(at);
    expect(marksOf(queueStory([offer('QAA', { reason })], { standfirst: 'Beds move' }), 'standfirst')).toEqual([]);
  });

  it('marks the words kept with a tag that is offered no longer', () => {
    const evidence = { ...words(text, 'Netherby', 'standfirst'), level: 'likely' as const };
    const code = offer('QAA').code;
    const tag = {
      code,
      strength: 'about' as const,
      origin: 'suggestion' as const,
      by: 'P. Nair',
      at: '2026-11-20',
      reason: 'Netherby lies there.',
      evidence,
    };
    const [mark] = marksOf(queueStory([], { standfirst: text, tags: [tag] }), 'standfirst');
    expect(mark).toMatchObject({ tone: 'likely', says: ['Netherby lies there.'] });
  });

  it('cuts a text into pieces that together are the text', () => {
    const pieces = piecesOf(
      text,
      marksOf(
        queueStory([offer('QAA', { reason: words(text, 'Netherby', 'standfirst') })], { standfirst: text }),
        'standfirst',
      ),
    );
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.mark).map((piece) => piece.text)).toEqual(['Netherby']);
    expect(piecesOf('', [])).toEqual([]);
  });
});
