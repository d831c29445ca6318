import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe is loaded from where a page has it already: a script that does nothing. */
const LOADED = ';';

/** The rules of axe that a theme's colours can break; all others see the same in each theme. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Fails for whatever axe calls serious or worse; `what` says which screen it was. Nothing may run in a
 * preview's frame, axe neither; the exported page is looked at by itself. The legacy mode works in the
 * page it is given: the other one opens a page beside it, which a window of the desktop door cannot have.
 */
export async function expectAccessible(page: Page, what: string, rules?: readonly string[]): Promise<void> {
  await page.evaluate(settle);
  // Loading it takes as long as looking at a screen, and a page keeps it.
  const isLoaded = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(isLoaded && { axeSource: LOADED }) })
    .exclude('iframe')
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: [...rules] }) })
    .analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} (${node.failureSummary})`).join('; ')}`),
    `what axe finds: ${what}`,
  ).toEqual([]);
}

/** Runs in the page: waits until colours and places are what they are to be, two changes deep. */
async function settle(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    // One that is called off has ended as well.
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }
}
