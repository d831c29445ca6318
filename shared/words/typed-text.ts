import { z } from 'zod';
import { cleanLine, cleanParagraphs } from './plain-text.ts';

/** One line of text that somebody types or pastes, cleaned as an import cleans it: line ends and tabs become spaces. */
export const line = (max: number) => z.string().overwrite(cleanLine).max(max);

/** Text in paragraphs, cleaned in the same way; line ends and tabs stay. */
export const paragraphs = (max: number) => z.string().overwrite(cleanParagraphs).max(max);
