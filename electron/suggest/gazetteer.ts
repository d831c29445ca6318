import { z } from 'zod';
import { DeskError } from '../../shared/errors.ts';
import { Day, SystemCode } from '../../shared/models.ts';

/**
 * Why a name alone is not enough: `word` is an ordinary word (Reading); `name` is a surname, a brand or a namesake
 * elsewhere; `town` is well known in this field but still shared (Derby); `other` is something else in this field
 * (Westminster, March). `true` means `name`.
 */
const Weakness = z.enum(['word', 'name', 'town', 'other']);
export type Weakness = z.infer<typeof Weakness>;

const Name = z.object({
  text: z.string().min(1),
  matchCase: z.boolean().default(false),
  weak: z
    .union([z.boolean(), Weakness])
    .default(false)
    .transform((weak): Weakness | null => (weak === true ? 'name' : weak || null)),
});
export type Name = z.infer<typeof Name>;

/** The systems that contain something from a day on; `share` is the part of a district where it is less than all. */
const Membership = z.object({
  from: Day,
  systems: z.array(z.object({ code: SystemCode, share: z.number().optional() })),
});
export type Membership = z.infer<typeof Membership>;

const common = { id: z.string(), name: z.string(), names: z.array(Name) };
const areas = z.array(Membership);

const Systems = z.object({
  systems: z.array(z.object({ code: SystemCode, name: z.string(), names: z.array(Name) })),
});
const Trusts = z.object({
  trusts: z.array(
    z.object({
      ...common,
      areas,
      shortName: z.string(),
      kind: z.string(),
      scope: z.enum(['local', 'regional', 'national']),
      town: z.string().optional(),
      closedOn: z.string().optional(),
      successor: z.string().optional(),
    }),
  ),
});
const Sites = z.object({
  sites: z.array(z.object({ ...common, areas, kind: z.string(), town: z.string().optional(), trust: z.string() })),
});
const Places = z.object({
  places: z.array(z.object({ ...common, areas, kind: z.enum(['authority', 'area', 'town', 'region']) })),
});
const Former = z.object({
  bodies: z.array(
    z.object({
      ...common,
      areas,
      kind: z.string(),
      closedOn: z.string().nullable().default(null),
      successor: z.string().nullable().default(null),
    }),
  ),
});

export interface Gazetteer {
  systems: z.infer<typeof Systems>['systems'];
  trusts: z.infer<typeof Trusts>['trusts'];
  sites: z.infer<typeof Sites>['sites'];
  places: z.infer<typeof Places>['places'];
  former: z.infer<typeof Former>['bodies'];
}

export interface GazetteerFiles {
  systems: unknown;
  trusts: unknown;
  sites: unknown;
  places: unknown;
  former: unknown;
}

/** Parses the files of resources/gazetteer, already read as JSON. Throws file-format with the file's name. */
export function parseGazetteer(files: GazetteerFiles): Gazetteer {
  return {
    systems: read('systems', Systems, files.systems).systems,
    trusts: read('trusts', Trusts, files.trusts).trusts,
    sites: read('sites', Sites, files.sites).sites,
    places: read('places', Places, files.places).places,
    former: read('former', Former, files.former).bodies,
  };
}

function read<T>(file: string, shape: z.ZodType<T>, value: unknown): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue ? `${issue.path.join('.')}: ${issue.message}` : 'its shape is not the expected one';
  throw new DeskError('file-format', `The gazetteer file ${file}.json cannot be used. ${where}.`, {
    file: `${file}.json`,
  });
}
