import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PROJECT_PATH } from './project-path.ts';

/** Idiom that readers had to look at twice, and the plain word for it. ARCHITECTURE.md ends with the glossary. */
const WORDS: readonly (readonly [idiom: RegExp, instead: string])[] = [
  [
    /\b(?:under|with|has|have|had|keeps?|takes?|gives?) the keys\b|\bthe keys (?:are(?! in)|go|went|rest|act|follow|come|stay|on)\b/i,
    'focus',
  ],
  // As a name in code, `stood` and `twin` are fields that scripts read.
  [/(?<![.[])\b(?:stands|stood)\b(?! for\b|[:\]]|\.\w|, \w+ \}| =)/i, 'is, appears, lies'],
  [/\banew\b/i, 'again'],
  [/(?<!['.\w])\btwins?\b(?!['":])/i, 'duplicate, or the same story'],
  [/\b(?:at|in|whose|a|two|an? editor['’]s) hands?\b/i, 'editor, or what the hand does'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\blets? go of\b/i, 'clear, release'],
  [/\b(?:is|are|was|were|be|been) told\b/i, 'receives, is notified'],
  [/\b(?:reads|looks|stands|be|is|are|were|was) otherwise\b/i, 'differs'],
  [/\bworked out (?:anew|once)\b/i, 'computed'],
];

/** Texts for readers and comments for developers. Tests are read for their comments only: their stories speak freely. */
const FOLDERS = ['electron', 'renderer', 'shared', 'resources/guide', 'test'];
const FILES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'NOTICE'];

/** Files of words that stories use, where each word is data; and this list itself. */
const DATA =
  /^(?:electron\/suggest\/(?:words|silent|sentences|endings|forms)\.ts|test\/fixtures\/|test\/project\/plain-words)/;

const TEXT_FILE = /\.(?:tsx?|css|md)$/;
const COMMENT = /(?:^|\s)(?:\/\/|\/\*\*?|\*)\s.*/;

export interface Idiom {
  file: string;
  line: number;
  found: string;
  instead: string;
}

/** Idiom in one text; `path` decides whether all of it is read or only the comments. */
export function idiomsIn(path: string, text: string): Idiom[] {
  return text.split('\n').flatMap((line, index) => {
    const read = path.startsWith('test/') ? (COMMENT.exec(line)?.[0] ?? '') : line;
    return WORDS.flatMap(([idiom, instead]) => {
      const found = idiom.exec(read)?.[0];
      return found === undefined ? [] : [{ file: path, line: index + 1, found, instead }];
    });
  });
}

/** Idiom anywhere in the project, as `file:line: "found": use …`. */
export function listIdioms(): string[] {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(PROJECT_PATH, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [relative(PROJECT_PATH, join(entry.parentPath, entry.name)).split(sep).join('/')] : [],
    ),
  );
  return [...FILES, ...paths.filter((path) => TEXT_FILE.test(path) && !DATA.test(path))].flatMap((path) =>
    idiomsIn(path, readFileSync(join(PROJECT_PATH, path), 'utf8')).map(
      ({ file, line, found, instead }) => `${file}:${line}: “${found}”: use ${instead}`,
    ),
  );
}

// `npm run words` runs this file.
if (import.meta.main) {
  const lines = listIdioms();
  for (const line of lines) console.log(line);
  process.exitCode = lines.length > 0 ? 1 : 0;
}
