import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Fails for whatever axe calls serious or worse; `what` says which screen it was. Nothing may run in a
 * preview's frame, axe neither; the exported page is looked at by itself. The legacy mode works in the
 * page it is given: the other one opens a page beside it, which a window of the desktop door cannot have.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
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
