import { z } from 'zod';
import { DEFAULT_KEYS, KeySettings } from './keys.ts';
import { DEFAULT_LIMITS, PageLimits } from './pages/checks.ts';
import { line } from './words/typed-text.ts';

/**
 * The settings, each with its check and its default. A new one is a line here and a control in the settings dialog:
 * storage, the methods and the window's copy follow from these two schemas.
 */

/** What a person chooses for themselves. It stays with the computer, whichever library is open. */
export const Preferences = z.object({
  /** Who signs the history; null leaves it to the login name. */
  author: line(80).min(1).nullable().default(null),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Pane widths in px by pane name. */
  panes: z.record(z.string().max(40), z.number().int().min(0).max(4000)).default({}),
  keys: KeySettings.default(DEFAULT_KEYS),
  /** The commands last run from the palette, the newest first. */
  recentCommands: z.array(z.string().max(40)).max(20).default([]),
});
export type Preferences = z.output<typeof Preferences>;
export type Theme = Preferences['theme'];

/** What holds for everybody who works in a library. */
export const LibrarySettings = z.object({
  limits: PageLimits.default(DEFAULT_LIMITS),
});
export type LibrarySettings = z.output<typeof LibrarySettings>;

export const DEFAULT_PREFERENCES: Preferences = Preferences.parse({});

const allSettings = z.object({ ...Preferences.shape, ...LibrarySettings.shape });

export const Settings = allSettings.extend({
  /** The name that signs the history now, whether it was set or not. */
  author: z.string(),
  /** A sentence when the preferences could not be read and were put aside, else null. */
  warning: z.string().nullable(),
});
export type Settings = z.output<typeof Settings>;

type Changeable<S> =
  S extends z.ZodDefault<infer T extends z.ZodType>
    ? z.ZodOptional<
        T extends z.ZodObject<infer Fields> ? z.ZodObject<{ [F in keyof Fields]: z.ZodOptional<Fields[F]> }> : T
      >
    : never;

/** Every field may be left out and none gets its default; so may the fields of an object. */
function changeOf<S extends Record<string, z.ZodDefault<z.ZodType>>>(settings: z.ZodObject<S>) {
  const fields = Object.entries(settings.shape).map(([name, schema]) => {
    const own = schema.unwrap();
    return [name, (own instanceof z.ZodObject ? own.partial() : own).optional()];
  });
  return z.object(Object.fromEntries(fields) as { [K in keyof S]: Changeable<S[K]> });
}

export const SettingsChange = changeOf(allSettings);
/** A library's settings as the editor saw them. */
export const SeenSettings = changeOf(LibrarySettings);

export type SettingsChange = z.output<typeof SettingsChange>;

/**
 * The settings after a change. An object takes over the fields that are given, so that one pane or one limit can be
 * set alone; every other value is replaced.
 */
export function withChange<T extends object>(settings: T, change: object): T {
  const changed: Record<string, unknown> = Object.fromEntries(Object.entries(settings));
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const before = changed[name];
    changed[name] = isObject(before) && isObject(value) ? { ...before, ...given(value) } : value;
  }
  return changed as T;
}

/** Reads settings as they are stored: a value that does not pass its check is named, and has its default. */
export function readStored<S extends z.ZodRawShape>(
  settings: z.ZodObject<S>,
  stored: Readonly<Record<string, unknown>>,
): { values: z.output<z.ZodObject<S>>; unfit: string[] } {
  const unfit = Object.keys(settings.shape).filter(
    (name) => stored[name] !== undefined && !z.safeParse(settings.shape[name] as z.ZodType, stored[name]).success,
  );
  const fit = Object.entries(stored).filter(([name]) => !unfit.includes(name));
  return { values: settings.parse(Object.fromEntries(fit)), unfit };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const given = (values: object) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
