/**
 * Only the blank lines around a line of a capture show what it is. As the site gives it, a story is
 *
 *     image label        } or, without a label,
 *     (blank)            } one blank line
 *     headline
 *     (blank)
 *     (blank)
 *     teaser             or an empty line
 *     (blank)
 *
 * so that 1, 2, 4 or 5 blank lines separate two lines of text, and each number has one meaning after
 * each kind of line. The readers undo later changes to the blank lines where that leaves exactly one
 * reading; otherwise they refuse the file.
 */
export type Role = 'title' | 'label' | 'headline' | 'date' | 'looseDate' | 'teaser';

interface Step {
  from: Role;
  to: Role;
  /** Blank lines between the two in a capture as the site gives it. */
  exact?: number;
  /** Other numbers that are accepted instead. */
  loose?: readonly number[];
  /** More blank lines than usual are accepted here, between stories. */
  orMore?: boolean;
  /**
   * Numbers that would result from one blank line lost or gained inside a story. A reading that needs one is never
   * accepted. If one such accident would explain the whole file, the file is refused, because the other readings may
   * follow from it.
   */
  damaged?: readonly number[];
}

/**
 * `looseDate` is a date apart from its headline, among the blank lines before the teaser. Inside a story nothing else
 * may vary: a label is recognised by one blank line on both sides.
 */
const STEPS: readonly Step[] = [
  { from: 'title', to: 'label', exact: 1, orMore: true },
  { from: 'title', to: 'headline', exact: 2, orMore: true, damaged: [1] },
  { from: 'teaser', to: 'label', exact: 1, orMore: true },
  { from: 'teaser', to: 'headline', exact: 2, orMore: true, damaged: [1] },
  { from: 'label', to: 'headline', exact: 1, damaged: [0, 2] },
  { from: 'headline', to: 'date', exact: 0 },
  { from: 'headline', to: 'looseDate', loose: [1, 2] },
  { from: 'headline', to: 'teaser', exact: 2, damaged: [1, 3] },
  { from: 'headline', to: 'label', exact: 4, orMore: true, damaged: [3] },
  { from: 'headline', to: 'headline', exact: 5, damaged: [4, 6] },
  { from: 'date', to: 'teaser', exact: 2, loose: [1] },
  { from: 'date', to: 'label', exact: 4, orMore: true, damaged: [3] },
  { from: 'date', to: 'headline', exact: 5, damaged: [4, 6] },
  { from: 'looseDate', to: 'teaser', loose: [0, 1, 2] },
  { from: 'looseDate', to: 'label', exact: 3, orMore: true },
  { from: 'looseDate', to: 'headline', exact: 4 },
];
const COST_OF_ONE = 1;
/** Where blank lines allow both, a line that is only a date is the story's date. */
const COST_OF_DATE_AS_WORDS = 5;
/** Ten blank lines between two stories cost no more than three. */
const COST_OF_MANY_BLANKS = 2;
const STEPS_FROM = Map.groupBy(STEPS, (step) => step.from);
const LAST_ROLES: readonly Role[] = ['headline', 'date', 'looseDate', 'teaser'];

export type IsDate = (line: number) => boolean;

/**
 * Reads gaps that match the site's exactly, with at most one way to go at each line. Null when they do not match. Also
 * null when a date would become a headline or a teaser: dates among blank lines can happen to space a text evenly, so
 * readLoosely must weigh that.
 */
export function readExactly(gaps: readonly number[], isDate: IsDate, start: Role = 'title'): Role[] | null {
  const roles: Role[] = [start];
  let role = start;
  for (const [i, gap] of gaps.entries()) {
    const step = STEPS_FROM.get(role)?.find((each) => each.exact === gap);
    if (step === undefined || isDate(i + 1) !== (step.to === 'date')) return null;
    role = step.to;
    roles.push(role);
  }
  return LAST_ROLES.includes(role) ? roles : null;
}

export type LooseReading =
  | { kind: 'read'; roles: Role[]; cost: number }
  /** Two readings cost the same; they differ from this line on. */
  | { kind: 'undecided'; line: number; cost: number }
  /** No reading gets past this line; `after` lists the possible roles of the line before it. */
  | { kind: 'stuck'; line: number; after: Role[] };

interface Way {
  cost: number;
  from: Role | null;
  /** Another way to this role at this line costs the same. */
  isTied: boolean;
}

/** The reading with the fewest irregularities, if there is exactly one. */
export function readLoosely(gaps: readonly number[], isDate: IsDate): LooseReading {
  const accident = search(gaps, isDate, true);
  if (accident.kind === 'undecided' && accident.cost === COST_OF_ONE) return accident;
  return search(gaps, isDate, false);
}

function search(gaps: readonly number[], isDate: IsDate, withDamage: boolean): LooseReading {
  const ways: Array<Map<Role, Way>> = [new Map([['title', { cost: 0, from: null, isTied: false }]])];
  for (const [i, gap] of gaps.entries()) {
    const here = new Map<Role, Way>();
    for (const [role, way] of ways[i] ?? []) {
      for (const step of STEPS_FROM.get(role) ?? []) {
        const cost = costOf(step, gap, isDate(i + 1), withDamage);
        if (cost === null) continue;
        const total = way.cost + cost;
        const best = here.get(step.to);
        if (best === undefined || total < best.cost) here.set(step.to, { cost: total, from: role, isTied: false });
        else if (total === best.cost) best.isTied = true;
      }
    }
    if (here.size === 0) return { kind: 'stuck', line: i + 1, after: [...(ways[i]?.keys() ?? [])] };
    ways.push(here);
  }
  return readBack(ways, gaps, isDate);
}

function costOf(step: Step, gap: number, isDate: boolean, withDamage: boolean): number | null {
  const isDateStep = step.to === 'date' || step.to === 'looseDate';
  if (isDateStep && !isDate) return null;
  const words = isDate && !isDateStep ? COST_OF_DATE_AS_WORDS : 0;
  if (step.exact === gap) return words;
  if (step.loose?.includes(gap) || (withDamage && step.damaged?.includes(gap))) return words + COST_OF_ONE;
  return step.orMore && step.exact !== undefined && gap > step.exact
    ? words + Math.min(gap - step.exact, COST_OF_MANY_BLANKS)
    : null;
}

function readBack(ways: ReadonlyArray<Map<Role, Way>>, gaps: readonly number[], isDate: IsDate): LooseReading {
  const last = ways.length - 1;
  // A page may end with a headline alone, but so does one that is read a line out of step. Only a label proves the
  // headline.
  const isHeadlineSure = gaps.at(-1) === 1 && gaps.at(-2) === 1;
  const ends = LAST_ROLES.filter((role) => role !== 'headline' || isHeadlineSure)
    .flatMap((role) => {
      const way = ways[last]?.get(role);
      return way === undefined ? [] : [{ role, cost: way.cost }];
    })
    .sort((a, b) => a.cost - b.cost);
  const [best, second] = ends;
  if (best === undefined) return { kind: 'stuck', line: last + 1, after: [...(ways[last]?.keys() ?? [])] };
  if (second?.cost === best.cost) return { kind: 'undecided', line: last, cost: best.cost };
  const roles: Role[] = [];
  let role: Role | null = best.role;
  for (let i = last; role !== null; i -= 1) {
    const way: Way | undefined = ways[i]?.get(role);
    if (way?.isTied) return { kind: 'undecided', line: i - 1, cost: best.cost };
    if (isDamaged(way?.from, role, gaps[i - 1])) return { kind: 'undecided', line: i, cost: best.cost };
    roles.push(role);
    role = way?.from ?? null;
  }
  roles.reverse();
  // Headlines that are dates, together with irregular blank lines: the page is more likely read out of step.
  const dateWords = roles.flatMap((each, i) => (isDate(i) && each !== 'date' && each !== 'looseDate' ? [i] : []));
  const [line] = dateWords;
  if (line !== undefined && best.cost > dateWords.length * COST_OF_DATE_AS_WORDS) {
    return { kind: 'undecided', line, cost: best.cost };
  }
  return { kind: 'read', roles, cost: best.cost };
}

function isDamaged(from: Role | null | undefined, to: Role, gap = 0): boolean {
  if (!from) return false;
  return (
    STEPS_FROM.get(from)
      ?.find((step) => step.to === to)
      ?.damaged?.includes(gap) ?? false
  );
}

/**
 * The gaps before a program doubled or tripled each blank line, or each line end, of the whole text. Leaves out what
 * the gaps rule out.
 */
export function evenGaps(gaps: readonly number[]): number[][] {
  const readings = [[...gaps]];
  for (const times of [2, 3]) {
    if (gaps.every((gap) => gap % times === 0)) readings.push(gaps.map((gap) => gap / times));
    if (gaps.every((gap) => (gap + 1) % times === 0)) readings.push(gaps.map((gap) => (gap + 1) / times - 1));
  }
  return readings;
}
