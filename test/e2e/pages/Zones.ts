import type { Locator, Page } from '@playwright/test';

/** The dialog that sets up a page's zones, and the one for templates, which works the same way. */
export class Zones {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page, title: string | RegExp = /^Zones of |^Page templates$/) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: title });
  }

  /** From an open page, by its key. */
  async open(): Promise<void> {
    await this.page.keyboard.press('z');
    await this.dialog.waitFor();
    await this.zones.getByRole('row').first().waitFor();
  }

  get zones(): Locator {
    return this.dialog.getByRole('grid', { name: 'Zones from the top of the page down' });
  }

  zone(name: string): Locator {
    return this.zones.getByRole('row', { name: new RegExp(`^${name},`) });
  }

  names(): Promise<string[]> {
    return this.zones.getByRole('row').evaluateAll((rows) => rows.map((row) => row.ariaLabel?.split(',')[0] ?? ''));
  }

  field(name: string | RegExp): Locator {
    return this.dialog.getByRole('textbox', { name });
  }

  /** What would happen, as the text beside the form says. */
  get outlook(): Locator {
    return this.dialog.getByRole('region', { name: 'What would happen' });
  }

  /** Opens a choice and takes one of it. */
  async choose(label: string, option: string): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(label) }).press('Enter');
    await this.page.getByRole('option', { name: option }).press('Enter');
  }

  async press(button: string | RegExp): Promise<void> {
    await this.dialog.getByRole('button', { name: button }).press('Enter');
  }
}
