import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../shared/command-list.ts';

const ROOT = join(import.meta.dirname, '../..');
const GUIDE = join(ROOT, 'resources/guide');
const guidePages = readdirSync(GUIDE).filter((name) => name.endsWith('.md'));
const papers = [...guidePages.map((name) => `resources/guide/${name}`), 'README.md', 'CONTRIBUTING.md'];

/** As the guide writes it: `Mod+Shift+Z` is Ctrl-Shift-Z. */
function written(shortcut: string): string {
  const names: Record<string, string> = {
    Mod: 'Ctrl',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ',': 'comma',
    '.': 'period',
  };
  return shortcut
    .split('+')
    .map((key) => names[key] ?? key)
    .join('-');
}

describe('the guide', () => {
  it('has a page for each topic', () => {
    expect(guidePages.sort()).toEqual([
      'board.md',
      'bringing-in.md',
      'checks-and-sign-off.md',
      'command-line.md',
      'export.md',
      'getting-started.md',
      'history-and-undo.md',
      'keyboard.md',
      'library-and-data.md',
      'names.md',
      'pages.md',
      'queue.md',
      'register.md',
      'stories-and-tagging.md',
    ]);
  });

  it.each(papers)('%s links only to files that are there', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target ?? '');
    for (const target of targets) expect(existsSync(join(ROOT, dirname(path), target)), target).toBe(true);
  });

  it('names every shortcut of the command list', () => {
    const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const page = readFileSync(join(GUIDE, 'keyboard.md'), 'utf8')
      .replace(/Ctrl-1((?:, \d)+)/, (all) => all.replaceAll(', ', ' Ctrl-'))
      .replace('1 to 9, Shift-1 to 9', digits.map((digit) => `${digit} Shift-${digit}`).join(' '));
    const keys = new Set(page.split(/[\s|,*]+/));
    const missing = COMMANDS.flatMap(({ shortcut }) => (shortcut === null ? [] : written(shortcut)));
    expect(missing.filter((shortcut) => !keys.has(shortcut))).toEqual([]);
  });
});
