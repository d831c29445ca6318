import type { Locator, Page } from '@playwright/test';

/** The coverage of England: a map or tiles, and the table. */
export class Coverage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get tab(): Locator {
    return this.page.getByRole('tab', { name: 'Map' });
  }

  get map(): Locator {
    return this.page.getByRole('group', { name: / by system$/ });
  }

  area(name: string): Locator {
    return this.map.getByRole('button', { name: new RegExp(`^${name}( \\([^)]+\\))?: `) });
  }

  get table(): Locator {
    return this.page.getByRole('table', { name: 'Coverage by system' });
  }

  row(name: string): Locator {
    return this.table.getByRole('row', { name: new RegExp(`^${name}`) });
  }

  async choose(list: 'Coloured by' | 'Days', option: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(list) }).click();
    await this.page.getByRole('option', { name: option }).click();
  }
}
