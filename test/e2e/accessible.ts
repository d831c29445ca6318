import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe is loaded from where a page has it already: a script that does nothing. */
const LOADED = ';';

/**
 * Fails for whatever axe calls serious or worse; `what` says which screen it was. Nothing may run in a
 * preview's frame, axe neither; the exported page is looked at by itself. The legacy mode works in the
 * page it is given: the other one opens a page beside it, which a window of the desktop door cannot have.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Loading it takes as long as looking at a screen, and a page keeps it.
  const isLoaded = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(isLoaded && { axeSource: LOADED }) })
    .exclude('iframe')
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} (${node.failureSummary})`).join('; ')}`),
    `what axe finds: ${what}`,
  ).toEqual([]);
}
