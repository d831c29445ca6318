/** Completes the addresses of a page, and counts those that nothing completes. */
export interface Addresses {
  /** An absolute http(s) address; null for anything else. */
  complete(address: string | null): string | null;
  /** How many addresses were relative to a place that nobody knows. */
  countRelative(): number;
}

/** `places` in the order of their authority: the base element, where the file comes from, the canonical address. */
export function makeAddresses(base: string | null, places: ReadonlyArray<string | null>): Addresses {
  const place = places
    .map((each) => (each === null ? null : webAddress(each, undefined)))
    .find((each) => each !== null);
  const from = (base === null ? null : webAddress(base, place ?? undefined)) ?? place ?? undefined;
  let relative = 0;
  return {
    complete(address) {
      const text = address?.trim() ?? '';
      if (text === '' || text.length > 4000) return null;
      const complete = webAddress(text, from);
      if (complete === null && from === undefined && isRelative(text)) relative += 1;
      return complete;
    },
    countRelative: () => relative,
  };
}

function webAddress(address: string, base: string | undefined): string | null {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

function isRelative(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(address) && !address.startsWith('#');
}
