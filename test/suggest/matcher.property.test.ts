import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../electron/suggest/catalogue.ts';
import { makeReader, type Reading, type StoryText } from '../../electron/suggest/reader.ts';
import { TEXT_FIELDS } from '../../shared/tagging/suggestions.ts';
import { readGazetteer, readRegister, readSeries } from './resources.ts';

const gazetteer = readGazetteer();
const register = readRegister();
const day = '2024-06-01';
const names = readSeries();
const reader = makeReader({ gazetteer, register, day, names });
const entries = catalogue(gazetteer, register, day, names);

const word = fc.constantFrom(
  ...'the of trust hospital chief told in at and Reading Bath Leeds Queen Elizabeth St Mary’s Newcastle upon Tyne NHS ICB foundation Kent & Medway Dr Alan University Hospitals, “new” north West London: every systems six ICBs'.split(
    ' ',
  ),
  'Королева',
  'é',
  '👩‍⚕️',
);
const someName = fc.constantFrom(...entries.map(({ text }) => text));
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: someName }), { minLength: 1, maxLength: 14 })
  .map((words) => words.join(' '));
const maybeText = fc.option(fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 60 })));
const storyText: fc.Arbitrary<StoryText> = fc.record({
  headline: text,
  standfirst: maybeText,
  alt: maybeText,
  body: maybeText,
});

function answers({ suggestions }: Reading): string[] {
  return suggestions.map(({ code, level }) => `${code} ${level}`);
}

describe('whatever the text', () => {
  test('offsets cut out the phrase, one offer a system, active ones only, best first', () => {
    fc.assert(
      fc.property(storyText, (story) => {
        const { suggestions, marks, people, series, national } = reader.read(story);
        const spans = [...suggestions.map(({ reason }) => reason), ...marks, ...people];
        for (const span of [...spans, ...[series, national].filter((one) => one !== null)]) {
          expect((story[span.field] ?? '').slice(span.start, span.end)).toBe(span.phrase);
          expect(span.phrase).not.toBe('');
        }
        const codes = suggestions.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes.every((code) => register.isActive(code, day))).toBe(true);
        const levels = suggestions.map(({ level }) => ['named', 'likely', 'possible'].indexOf(level));
        expect(levels).toEqual(levels.toSorted((a, b) => a - b));
      }),
      { numRuns: 400 },
    );
  });

  test('reading twice gives the same, whatever was read between', () => {
    fc.assert(
      fc.property(storyText, storyText, (story, other) => {
        const first = structuredClone(reader.read(story));
        reader.read(other);
        expect(reader.read(story)).toEqual(first);
      }),
    );
  });

  test('marks of a field never overlap', () => {
    fc.assert(
      fc.property(storyText, (story) => {
        const { marks } = reader.read(story);
        for (const field of TEXT_FIELDS) {
          const here = marks.filter((mark) => mark.field === field).toSorted((a, b) => a.start - b.start);
          here.slice(1).forEach((mark, i) => {
            expect(mark.start).toBeGreaterThanOrEqual(here[i]?.end ?? 0);
          });
        }
      }),
    );
  });
});

describe('a name of the gazetteer', () => {
  const strong = entries.filter(
    ({ weak, matchCase, made, entity }) =>
      weak === null && !matchCase && !made && !entity.silent && entity.codes.length === 1,
  );
  // What eight infirmaries are called says nothing: it is left out on purpose.
  const telling = strong.filter(({ text: name }) => entries.filter((entry) => entry.text === name).length <= 5);
  const label = (alt: string) => reader.read({ headline: 'Chief to leave', standfirst: null, alt, body: null });

  test('is found as it is written', () => {
    const lost = telling.filter(({ text: alt }) => label(alt).suggestions.length === 0).map(({ text: alt }) => alt);
    expect(lost).toEqual([]);
  });

  test('is found however it is typed', () => {
    const typed: ((name: string) => string)[] = [
      (name) => name.replaceAll("'", '’'),
      (name) => name.replaceAll("'", ''),
      (name) => name.replaceAll(' and ', ' & '),
      (name) => name.replaceAll(/\bSt /g, 'St. '),
      (name) => name.replaceAll(/\bSt /g, 'Saint '),
      (name) => name.replaceAll('-', ' '),
      (name) => name.replaceAll(/Hospital\b/g, 'Hospitals'),
      (name) => name.toUpperCase(),
      (name) => name.normalize('NFD'),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...strong), fc.constantFrom(...typed), ({ text: name }, change) => {
        expect(answers(label(change(name)))).toEqual(answers(label(name)));
      }),
      { numRuns: 500 },
    );
  });

  test('is not found inside a longer word', () => {
    fc.assert(
      fc.property(fc.constantFrom(...strong), fc.constantFrom('x', '7', 'é', 'я'), ({ text: name, entity }, glue) => {
        const wrong = label(`${glue}${name}${glue}`).suggestions.filter(({ reason }) => reason.phrase === name);
        expect(wrong.map(({ code }) => code)).toEqual([]);
        expect(entity.codes).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
