import { z } from 'zod';

export const STRENGTHS = ['about', 'affects', 'mentioned'] as const;
export const Strength = z.enum(STRENGTHS);
/** How much a story concerns a system; what feeds its page is for each zone's rule to say. */
export type Strength = z.infer<typeof Strength>;
