/** Full counts: `npm run test:deep` sets it to 1. */
const SHARE = Number(process.env['PATCHDESK_PROPERTY_RUNS'] ?? 0.25);
const FEWEST = 5;

/**
 * How many cases a property that costs much is tried on: a quarter of `full`, or the share that the environment asks
 * for. A property with very many cases says by `quick` how many the everyday run has time for.
 */
export function runs(full: number, quick?: number): number {
  if (!(SHARE > 0)) throw new Error('PATCHDESK_PROPERTY_RUNS must be a number above 0, such as 0.25 or 1.');
  if (quick !== undefined && SHARE < 1) return quick;
  return Math.max(Math.min(FEWEST, full), Math.round(full * SHARE));
}
