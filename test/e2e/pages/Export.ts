import { expect, type Locator, type Page } from '@playwright/test';

export class Export {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+4');
    await this.start.waitFor();
  }

  /** `Export 36 pages`, or in the browser `Download 36 pages as a zip`. */
  get start(): Locator {
    return this.page.getByRole('button', { name: /^(Export|Download) \d+ pages?/ });
  }

  /** Chooses these systems and no other. */
  async chooseOnly(...names: string[]): Promise<void> {
    await this.page.getByText('Some systems').click();
    for (const name of names) {
      await this.page.getByText(name, { exact: true }).click();
      await expect(this.page.getByRole('checkbox', { name, exact: true })).toBeChecked();
    }
  }

  /** A format's checkbox, by the words beside it: the box itself is drawn, the real one out of sight. */
  format(name: 'HTML' | 'Text' | 'JSON'): Locator {
    return this.page.getByRole('group', { name: 'Formats' }).getByText(name, { exact: true });
  }

  get changedOnly(): Locator {
    return this.page.getByText('Only pages that changed');
  }

  region(name: string): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^${name}`) });
  }

  get receipt(): Locator {
    return this.page.getByRole('complementary', { name: 'Receipt' });
  }

  /** A page's line of the receipt: its name and what changed. */
  receiptOf(name: string): Locator {
    return this.receipt.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  get failure(): Locator {
    return this.page.getByRole('alert').filter({ hasText: 'Nothing was exported' });
  }
}
