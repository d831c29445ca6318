import type { EditorTeaser, Override, PageView, WaitingPlacement } from '../models.ts';
import { counted } from '../words/counted.ts';
import { cutAtWord } from '../words/cut-at-word.ts';
import { daysBetween, longDay } from '../words/day-words.ts';
import { andList } from '../words/lists.ts';
import { inQuotes } from '../words/quotes.ts';
import type { Check, CheckKind, Fix, PageLimits } from './checks.ts';
import { isEditorOnly } from './fill-rules.ts';
import { isFileName, isPortrait, isStockLabel, mentionsPayment } from './label-words.ts';

/** Facts about a page's system that the page itself does not contain. */
export interface SystemFacts {
  /** The system's last active day; null while it is active. */
  activeTo: string | null;
  /** Short names of the successors. */
  successors: readonly string[];
  /**
   * Short names of the neighbouring systems whose pages have the same lead; null where none has, or an editor allowed
   * it.
   */
  sharedLead: { names: readonly string[] } | null;
}

/** All errors and warnings of a page: errors first, then from the lead down. */
export function checkPage(page: PageView, limits: PageLimits, system: SystemFacts): Check[] {
  const teasers = page.zones.flatMap((zone) => zone.teasers);
  const found = [
    ...formerSystem(page, system),
    ...emptyZones(page),
    ...thinPage(page, teasers, limits),
    ...leadChecks(page, teasers, limits),
    ...sharedLead(teasers, system),
    ...twice(teasers),
    ...teasers.flatMap((teaser) => teaserChecks(teaser, limits)),
    ...page.waiting.flatMap(waitingChecks),
  ];
  const order = { error: 0, warning: 1 };
  return found.sort((a, b) => order[a.level] - order[b.level] || placeOf(a) - placeOf(b));
}

/** Sort key: the page and its zones first, then teasers by number, then waiting placements. */
function placeOf({ at }: Check): number {
  if (at.kind === 'teaser') return at.position;
  return at.kind === 'waiting' ? 1_000_000 : 0;
}

/** A headline short enough for a sentence. */
function named(headline: string): string {
  return inQuotes(cutAtWord(headline, 60));
}

function formerSystem(page: PageView, { activeTo, successors }: SystemFacts): Check[] {
  if (page.active) return [];
  const next = successors.length === 0 ? '' : ` Its successors: ${successors.join(', ')}.`;
  const says =
    activeTo === null || activeTo >= page.asOf
      ? `${page.system.shortName} is not active on ${longDay(page.asOf)}.${next}`
      : `${page.system.shortName} ended on ${longDay(activeTo)}: its page is closed.${next}`;
  return [{ key: 'former-system', kind: 'former-system', level: 'warning', says, at: { kind: 'page' }, fixes: [] }];
}

const CANDIDATES: Fix = { does: 'candidates', label: 'Show the candidates' };

const changeRule = (zoneId: string): Fix => ({ does: 'rule', label: 'Change the zone’s rule', zoneId });

function emptyZones(page: PageView): Check[] {
  return page.zones
    .filter((zone) => zone.teasers.length === 0)
    .map((zone) => ({
      key: `zone-empty:${zone.id}`,
      kind: 'zone-empty',
      level: 'error',
      says: isEditorOnly(zone.rule)
        ? `The zone ${zone.name} is empty, and only editors fill it. Place a story, or change its rule.`
        : `The zone ${zone.name} is empty. File stories to ${page.system.shortName}, or place one.`,
      at: { kind: 'zone', zoneId: zone.id },
      fixes: [CANDIDATES, changeRule(zone.id)],
    }));
}

function thinPage(page: PageView, teasers: readonly EditorTeaser[], limits: PageLimits): Check[] {
  const room = page.zones.reduce((sum, zone) => sum + zone.limit, 0);
  const fewest = Math.min(limits.fewest, room);
  if (teasers.length === 0 || teasers.length >= fewest) return [];
  const says = `The page is thin: ${counted(teasers.length, 'teaser', 'teasers')}, and the minimum is ${fewest}.`;
  // Point to the last zone: it has the free places, and may borrow.
  const last = page.zones.at(-1);
  const fixes = last ? [CANDIDATES, changeRule(last.id)] : [CANDIDATES];
  return [{ key: 'page-thin', kind: 'page-thin', level: 'warning', says, at: { kind: 'page' }, fixes }];
}

function leadChecks(page: PageView, teasers: readonly EditorTeaser[], limits: PageLimits): Check[] {
  const [lead] = teasers;
  if (!lead) return [];
  const found: Check[] = [];
  const age = daysBetween(lead.publishedAt ?? lead.firstSeenOn, page.asOf);
  const newer = teasers.find(
    (teaser) => teaser !== lead && (teaser.publishedAt ?? teaser.firstSeenOn) > (lead.publishedAt ?? lead.firstSeenOn),
  );
  if (age > limits.leadDays) {
    const since = lead.publishedAt === null ? 'is undated and was first seen' : 'came out';
    found.push(
      about(lead, 'lead-stale', 'warning', `The lead, ${named(lead.headline)}, ${since} ${age} days ago.`, [
        ...(newer ? [leadWith(newer, lead)] : []),
      ]),
    );
  }
  if (lead.scope !== 'system') {
    const local = teasers.find((teaser) => teaser.scope === 'system');
    const what = lead.nearby ? `borrowed from ${lead.nearby.shortName}` : 'national';
    const says = local
      ? `The lead, ${named(lead.headline)}, is ${what}. The first local story is at ${local.position}.`
      : `The lead, ${named(lead.headline)}, is ${what}, and no local story is on the page.`;
    const fixes = local ? [leadWith(local, lead)] : [CANDIDATES];
    found.push(about(lead, 'lead-national', 'warning', says, fixes));
  }
  return found;
}

/** Readers near a border see both pages, so a shared lead is a warning unless it is marked as joint. */
function sharedLead([lead, ...others]: readonly EditorTeaser[], { sharedLead }: SystemFacts): Check[] {
  if (!lead || !sharedLead) return [];
  const local = others.find((teaser) => teaser.scope === 'system');
  const says = `The lead, ${named(lead.headline)}, is also the lead of the neighbouring ${sharedLead.names.length === 1 ? 'page' : 'pages'} ${andList(sharedLead.names)}.`;
  return [
    about(lead, 'lead-shared', 'warning', says, [
      ...(local ? [leadWith(local, lead)] : []),
      { does: 'joint-lead', label: 'Mark as a joint lead', articleId: lead.articleId },
    ]),
  ];
}

/** A pinned lead keeps its number whatever moves to the top, so the fix is to remove the pin. */
function leadWith(teaser: EditorTeaser, lead: EditorTeaser): Fix {
  if (lead.placed === 'pinned' && teaser.placed !== 'pinned') {
    return { does: 'release', label: 'Let the zone fill the lead', articleId: lead.articleId };
  }
  return { does: 'move', label: `Lead with teaser ${teaser.position}`, articleId: teaser.articleId, position: 1 };
}

function about(teaser: EditorTeaser, kind: CheckKind, level: Check['level'], says: string, fixes: Fix[]): Check {
  const at = { kind: 'teaser' as const, articleId: teaser.articleId, position: teaser.position };
  return { key: `${kind}:${teaser.articleId}`, kind, level, says, at, fixes };
}

const sameWords = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Finds the same story or image twice. The lower teaser is the one to fix. */
function twice(teasers: readonly EditorTeaser[]): Check[] {
  const found: Check[] = [];
  const headlines = new Map<string, number>();
  const addresses = new Map<string, number>();
  const labels = new Map<string, number>();
  const files = new Map<string, number>();
  for (const teaser of teasers) {
    const above = firstAt(headlines, sameWords(teaser.headline), teaser) ?? firstAt(addresses, teaser.url, teaser);
    if (above !== null) {
      const says = `Teaser ${teaser.position}, ${named(teaser.headline)}, is the same story as teaser ${above}.`;
      const takeOff: Fix = { does: 'take-off', label: `Take off ${teaser.position}`, articleId: teaser.articleId };
      found.push(about(teaser, 'story-twice', 'error', says, [takeOff, edit(teaser, 'headline')]));
      // A story that appears twice has its image twice as well: one message is enough.
      continue;
    }
    const sameFile = firstAt(files, teaser.image?.src ?? null, teaser);
    const sameLabel = isPortrait({ ...teaser, label: teaser.image?.alt ?? null })
      ? null
      : firstAt(labels, sameWords(teaser.image?.alt ?? ''), teaser);
    if (sameFile !== null || sameLabel !== null) {
      const what = sameFile !== null ? 'the same image' : `the same image label, “${teaser.image?.alt}”,`;
      const says = `Teaser ${teaser.position}, ${named(teaser.headline)}, has ${what} as teaser ${sameFile ?? sameLabel}.`;
      const fixes = sameFile !== null ? [edit(teaser, 'image'), edit(teaser, 'alt')] : [edit(teaser, 'alt')];
      found.push(about(teaser, 'image-twice', 'warning', says, fixes));
    }
  }
  return found;
}

/** The number of the teaser above with the same words, or null; the first such teaser is stored in `seen`. */
function firstAt(seen: Map<string, number>, words: string | null, { position }: EditorTeaser): number | null {
  if (!words) return null;
  const above = seen.get(words);
  if (above === undefined) seen.set(words, position);
  return above ?? null;
}

const EDIT_LABELS: Record<Override, string> = {
  headline: 'Re-word the headline',
  standfirst: 'Re-word the standfirst',
  kicker: 'Write a kicker',
  alt: 'Write a label',
  image: 'Choose another image',
};

function edit(teaser: { articleId: EditorTeaser['articleId'] }, field: Override): Fix {
  return { does: 'edit', label: EDIT_LABELS[field], articleId: teaser.articleId, field };
}

function teaserChecks(teaser: EditorTeaser, limits: PageLimits): Check[] {
  return [
    ...labelChecks(teaser),
    ...tooLong(teaser, 'headline', teaser.headline, limits.headline),
    ...tooLong(teaser, 'standfirst', teaser.standfirst ?? '', limits.standfirst),
    ...sponsored(teaser),
    ...sourceChanged(teaser),
  ];
}

function labelChecks(teaser: EditorTeaser): Check[] {
  const alt = teaser.image?.alt ?? '';
  const who = `Teaser ${teaser.position}, ${named(teaser.headline)},`;
  const fixes = [edit(teaser, 'alt')];
  if (alt.trim() === '') {
    // The image was removed on purpose, and its label with it.
    if (teaser.overrides.includes('image') && !teaser.image?.src) return [];
    // Screen readers cannot read an image without a label; a teaser with neither may be intended.
    return teaser.image?.src
      ? [about(teaser, 'label-missing', 'error', `${who} has an image without a label.`, fixes)]
      : [about(teaser, 'label-missing', 'warning', `${who} has no image label.`, fixes)];
  }
  if (isFileName(alt)) {
    return [about(teaser, 'label-file-name', 'error', `${who} has a file name as its image label: “${alt}”.`, fixes)];
  }
  if (isStockLabel(alt)) {
    const says = `${who} has an image label that describes nothing: “${alt}”.`;
    return [about(teaser, 'label-stock', 'warning', says, fixes)];
  }
  return [];
}

function tooLong(teaser: EditorTeaser, field: 'headline' | 'standfirst', words: string, most: number): Check[] {
  const length = [...words].length;
  if (length <= most) return [];
  const says = `Teaser ${teaser.position}, ${named(teaser.headline)}, has a ${field} of ${length} characters; the limit is ${most}.`;
  return [about(teaser, `${field}-long`, 'warning', says, [edit(teaser, field)])];
}

/** Readers see kicker and headline, but not the kind. A headline may say “promoted” and mean a nurse. */
function sponsored(teaser: EditorTeaser): Check[] {
  const isPaid = [teaser.kind, teaser.source.kicker].some(mentionsPayment);
  if (!isPaid || mentionsPayment(teaser.kicker) || mentionsPayment(teaser.headline)) return [];
  const says = `Teaser ${teaser.position}, ${named(teaser.headline)}, is sponsored, but readers cannot see that.`;
  const label: Fix = {
    does: 'reword',
    label: 'Put “Sponsored” above it',
    articleId: teaser.articleId,
    words: { kicker: 'Sponsored' },
  };
  return [about(teaser, 'sponsored-unlabelled', 'error', says, [label, edit(teaser, 'kicker')])];
}

const FIELD_WORDS: Record<Override, string> = {
  headline: 'headline',
  standfirst: 'standfirst',
  kicker: 'kicker',
  alt: 'image label',
  image: 'image',
};

function sourceChanged(teaser: EditorTeaser): Check[] {
  if (teaser.drift.length === 0) return [];
  const { articleId } = teaser;
  const fields = teaser.drift.map(({ field }) => field);
  const listed = fields.map((field) => FIELD_WORDS[field]).join(' and ');
  const says = `Teaser ${teaser.position}, ${named(teaser.headline)}: the source’s ${listed} changed after our edit.`;
  return [
    about(teaser, 'source-changed', 'warning', says, [
      { does: 'keep', label: 'Keep our version', articleId },
      {
        does: 'reword',
        label: 'Use source version',
        articleId,
        ...adopted(fields),
      },
      edit(teaser, fields[0] ?? 'headline'),
    ]),
  ];
}

/** The `pages.reword` input that returns drifted fields to the source. */
export function adopted(fields: readonly Override[]): Pick<Extract<Fix, { does: 'reword' }>, 'words' | 'image'> {
  const words = Object.fromEntries(fields.filter((field) => field !== 'image').map((field) => [field, null]));
  return { words, ...(fields.includes('image') && { image: null }) };
}

function waitingChecks({ articleId, headline, why, until, standing }: WaitingPlacement): Check[] {
  const release: Fix = { does: 'release', label: 'Let the zone fill it', articleId };
  const found = (kind: CheckKind, level: Check['level'], says: string, fixes: Fix[]): Check[] => [
    { key: `${kind}:${articleId}`, kind, level, says, at: { kind: 'waiting', articleId }, fixes },
  ];
  const level = standing === 'pinned' ? 'error' : 'warning';
  const verb = standing === 'pinned' ? 'pinned' : 'placed';
  switch (why) {
    case 'withdrawn':
      return found('placement-withdrawn', level, `${named(headline)} is ${verb} here, but withdrawn.`, [release]);
    case 'over':
      return found(
        'placement-over',
        'warning',
        `${named(headline)} is ${verb} here, but its last day was ${until === null ? 'before today' : longDay(until)}.`,
        [release, { does: 'open-days', label: 'Remove the day limits', articleId }],
      );
    case 'embargoed':
    case 'not-out-yet': {
      const reason = why === 'embargoed' ? 'is still under embargo' : 'is dated later than this day';
      return found('placement-not-out', 'warning', `${named(headline)} is ${verb} here, but ${reason}.`, [release]);
    }
    case 'not-yet':
    case 'no-room':
    case 'taken-off':
      return [];
  }
}
