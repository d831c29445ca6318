import { z } from 'zod';

/** One labelled story: what it says, where an editor filed it, and the strongest clue a person saw in it. */
const Line = z.object({
  id: z.string().default(''),
  headline: z.string(),
  standfirst: z.string().nullable().default(null),
  alt: z.string().nullable().default(null),
  body: z.string().nullable().default(null),
  systems: z.array(z.string()),
  signal: z.string(),
});
export type Labelled = z.infer<typeof Line>;

/** Thrown with the number of the line that cannot be read. */
export class UnreadableLine extends Error {
  readonly line: number;
  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

export function parseLabelled(text: string): Labelled[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new UnreadableLine(i + 1, 'it is no JSON');
    }
    const result = Line.safeParse(value);
    if (result.success) return [result.data];
    const issue = result.error.issues[0];
    throw new UnreadableLine(i + 1, issue ? `${issue.path.join('.')}: ${issue.message}` : 'it is no labelled story');
  });
}
