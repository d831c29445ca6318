import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const [light = '', dark = ''] = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8').split(
  '[data-theme="dark"]',
);
const SURFACES = ['paper', 'panel', 'sunken', 'accent-soft'];

describe.each([
  { theme: 'light', tokens: colours(light) },
  { theme: 'dark', tokens: colours(dark) },
])('the $theme theme', ({ tokens }) => {
  const contrast = (front: string, back: string) => contrastOf(hex(tokens, front), hex(tokens, back));

  test.each(SURFACES)('text on %s has a contrast of at least 4.5', (surface) => {
    for (const text of ['ink', 'ink-2', 'ink-3', 'accent', 'bad', 'warn', 'ok']) {
      expect(contrast(text, surface), text).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(SURFACES)('field borders and the focus ring on %s have a contrast of at least 3', (surface) => {
    for (const line of ['field-line', 'accent']) expect(contrast(line, surface), line).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['named', 'named-bg'],
    ['likely', 'likely-bg'],
    ['possible', 'possible-bg'],
    ['bad', 'bad-bg'],
    ['ink', 'mark'],
  ])('%s on %s has a contrast of at least 4.5', (text, surface) => {
    expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5);
  });
});

function colours(rule: string): Map<string, string> {
  return new Map([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

function hex(tokens: Map<string, string>, name: string): string {
  const value = tokens.get(name);
  if (!value) throw new Error(`tokens.css has no colour named ${name}`);
  return value;
}

/** The contrast ratio of WCAG 2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
