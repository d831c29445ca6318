import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SystemCode } from '../../../shared/models.ts';
import type { NationalOffer, Offer, Offers, Suggestion } from '../../../shared/tagging/suggestions.ts';
import type { EditorName } from '../../suggest/entries.ts';
import { type Gazetteer, parseGazetteer } from '../../suggest/gazetteer.ts';
import { type EarlierStory, findContentWords, offersOfClue, offersOfSimilar } from '../../suggest/learned.ts';
import { mergeSuggestions } from '../../suggest/merge.ts';
import { makeReader, type Reader, type Reading, type StoryText } from '../../suggest/reader.ts';
import { successorOffers } from '../../suggest/successors.ts';
import { type DeskContext, today } from '../context.ts';
import { derived } from '../core/derived.ts';
import type { OfferKey } from '../stories/rejections.ts';
import { type Filing, listFilingsWithPhrase, listSimilarFilings } from './filings.ts';
import { listNames, namesAsText } from './name-rows.ts';
import type { SuggestibleStory } from './suggestible-stories.ts';

/** Suggests systems for a story on a day from its words, from earlier stories and from the register. */
export interface Suggester {
  /** `story` is the same story in the library; null for a text from outside. */
  suggest(
    text: StoryText,
    story: SuggestibleStory | null,
  ): { suggestions: Suggestion[]; national: NationalOffer | null };
}

const gazetteers = new Map<string, Gazetteer>();

/** Read when first needed: most commands need no suggestions. */
function gazetteerOf(resourcesPath: string): Gazetteer {
  const cached = gazetteers.get(resourcesPath);
  if (cached) return cached;
  const file = (name: string): unknown =>
    JSON.parse(readFileSync(join(resourcesPath, 'gazetteer', `${name}.json`), 'utf8'));
  const gazetteer = parseGazetteer({
    systems: file('systems'),
    trusts: file('trusts'),
    sites: file('sites'),
    places: file('places'),
    former: file('former'),
  });
  gazetteers.set(resourcesPath, gazetteer);
  return gazetteer;
}

/** A reader that uses other names than the library's. It is not cached. */
export function trialReaderFor(context: DeskContext, day: string, names: readonly EditorName[]): Reader {
  return makeReader({ gazetteer: gazetteerOf(context.resourcesPath), register: context.register, day, names });
}

/** A reader of texts as of a day. Making one costs more than hundreds of readings. */
export function readerFor(context: DeskContext, day: string): Reader {
  const { db } = context.library;
  // Offers are made inside a step too, where only a value that depends on no table is cached.
  const basis = { tables: [], inputs: [context.register, namesAsText(db)] };
  return derived(db, `reader ${day}`, basis, () => trialReaderFor(context, day, listNames(db)));
}

export function suggesterOf(context: DeskContext, asOf: string | undefined): Suggester {
  const day = asOf ?? today(context);
  const reader = readerFor(context, day);
  const nameOf = (code: SystemCode) => context.register.get(code).shortName;
  return {
    suggest(text, story) {
      const reading = reader.read(text);
      const learned = learnedOffers(context, day, text, reading, story?.seq ?? null, nameOf);
      const successors = successorOffers(context.register, day, story?.tags ?? []);
      return { suggestions: mergeSuggestions(reading.suggestions, learned, successors), national: reading.national };
    },
  };
}

function learnedOffers(
  context: DeskContext,
  day: string,
  text: StoryText,
  reading: Reading,
  except: number | null,
  nameOf: (code: SystemCode) => string,
): Suggestion[] {
  const { db } = context.library;
  const earlier = (filings: readonly Filing[]) => filings.map((filing) => asOfDay(context, day, filing));
  const { series } = reading;
  // A column's title in capitals looks like a person's name.
  const people = reading.people.filter(({ field, start }) => field !== series?.field || start >= series.end);
  const offers = people.flatMap((clue) =>
    offersOfClue('person', clue, earlier(listFilingsWithPhrase(db, clue.phrase, except)), nameOf),
  );
  if (series && !reading.suggestions.some(({ reason }) => reason.kind === 'series')) {
    const ofSeries = listFilingsWithPhrase(db, series.phrase, except).filter(({ headline }) =>
      headline.startsWith(`${series.phrase}:`),
    );
    offers.push(...offersOfClue('series', series, earlier(ofSeries), nameOf));
  }
  // When words or people give an offer, similar stories add only noise.
  if (offers.length > 0 || reading.national || reading.suggestions.length > 0) return offers;
  const words = findContentWords(text);
  const similar = listSimilarFilings(
    db,
    words.map(({ phrase }) => phrase),
    except,
  ).map((filing) => ({ ...asOfDay(context, day, filing), shared: filing.shared }));
  return offersOfSimilar(similar, (word) => words.find(({ phrase }) => phrase === word) ?? null, nameOf);
}

/** The systems a story counts as filed to on a day. A former system counts as the one that took over all of it. */
function asOfDay({ register }: DeskContext, day: string, filing: Filing): EarlierStory {
  const homes = (codes: readonly SystemCode[]) => [
    ...new Set(
      codes.flatMap((code) => {
        const found = register.has(code) ? register.homesOn(code, day) : [];
        return found.length === 1 ? found : [];
      }),
    ),
  ];
  return { headline: filing.headline, systems: homes(filing.systems), rejected: homes(filing.rejected) };
}

/** The offers for a story of the library, each with its state. */
export function offersFor(suggester: Suggester, story: SuggestibleStory): Offers {
  const { suggestions, national } = suggester.suggest(story, story);
  const state = (offer: OfferKey, isTagged: boolean): Offer['state'] => {
    if (isTagged) return 'accepted';
    return story.rejected.includes(offer) ? 'rejected' : 'pending';
  };
  return {
    id: story.id,
    offers: suggestions.map((suggestion) => ({
      ...suggestion,
      state: state(suggestion.code, story.tags.includes(suggestion.code)),
    })),
    national: national && { ...national, state: state('national', story.national) },
  };
}
