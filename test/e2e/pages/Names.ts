import type { Locator, Page } from '@playwright/test';

export class Names {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+6');
    await this.page.getByRole('heading', { level: 2, name: 'Names' }).waitFor();
  }

  async show(view: 'Names' | 'Errors' | 'Spot-check'): Promise<void> {
    await this.page.getByRole('tab', { name: view, exact: true }).click();
  }

  row(text: string): Locator {
    return this.page.getByRole('grid', { name: 'Names' }).getByRole('row').filter({ hasText: text });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^(Add a name|Change “)/ });
  }

  get trial(): Locator {
    return this.dialog.getByRole('region', { name: 'Trial' });
  }

  /** By keys alone: opens the list of systems, types one, takes it and goes on. */
  async chooseSystem(typed: string): Promise<void> {
    await this.dialog.getByRole('button', { name: /Choose a system|Add another system/ }).press('Enter');
    const field = this.page.getByRole('combobox', { name: /^System/ });
    await field.fill(typed);
    await field.press('Enter');
    await field.press('Enter');
  }
}
