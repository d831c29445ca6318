/**
 * Turns values between the page and the app into text, since a browser binding carries only text. Both functions also
 * run inside the page, so neither may use anything from outside itself.
 */

/** Plain data only, including `undefined`. Electron sends more types; nothing here needs them. */
export function encode(value: unknown): string {
  let hasUndefined = false;
  const json = JSON.stringify([value], function (this: Record<string, unknown>, key, after: unknown) {
    const before = this[key];
    if (before === undefined) {
      hasUndefined = true;
      return { '\u0000': 'undefined' };
    }
    const isPlain = typeof before !== 'object' || before === null || Array.isArray(before);
    const prototype: unknown = isPlain ? null : Object.getPrototypeOf(before);
    // Check the shape, not the identity: an object of another realm has another Object.prototype.
    const isOther = prototype !== null && Object.getPrototypeOf(prototype) !== null;
    if (isOther || typeof before === 'bigint' || (typeof before === 'number' && !Number.isFinite(before))) {
      const kind = isOther ? (before as object).constructor.name : String(before);
      throw new TypeError(`The stand-in's bridge carries plain data and was given a ${kind} at "${key}".`);
    }
    return after;
  });
  return (hasUndefined ? 'u' : 'j') + json;
}

export function decode(text: string): unknown {
  const parsed = JSON.parse(text.slice(1)) as [unknown];
  if (text.startsWith('j')) return parsed[0];
  const restore = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if ((value as Record<string, unknown>)['\u0000'] === 'undefined') return undefined;
    for (const [key, part] of Object.entries(value)) (value as Record<string, unknown>)[key] = restore(part);
    return value;
  };
  return restore(parsed[0]);
}
