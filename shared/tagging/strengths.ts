import { z } from 'zod';

export const STRENGTHS = ['about', 'affects', 'mentioned'] as const;
export const Strength = z.enum(STRENGTHS);
/** How much a story concerns a system. Each zone's rule decides which strengths feed its page. */
export type Strength = z.infer<typeof Strength>;
