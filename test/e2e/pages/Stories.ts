import type { Locator, Page } from '@playwright/test';

/** The table of stories, its filters, the details beside it, and its dialogs. */
export class Stories {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+2');
    await this.grid.waitFor();
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Stories' });
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Find in stories' });
  }

  row(headline: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: headline });
  }

  /** The box in front of a story. */
  box(headline: string): Locator {
    return this.row(headline).getByRole('gridcell').first();
  }

  /** The headlines on screen, from the top. */
  headlines(): Promise<string[]> {
    return this.grid
      .locator('[data-index]')
      .evaluateAll((rows) =>
        rows
          .toSorted((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
          .map((row) => row.querySelectorAll('[role=gridcell]')[1]?.firstElementChild?.textContent ?? ''),
      );
  }

  get selected(): Locator {
    return this.grid.getByRole('row', { selected: true });
  }

  /** The focused row. */
  active(): Promise<string> {
    return this.grid.evaluate((grid) => {
      const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
      return row?.querySelectorAll('[role=gridcell]')[1]?.firstElementChild?.textContent ?? '';
    });
  }

  column(name: string): Locator {
    return this.grid.getByRole('columnheader', { name });
  }

  get details(): Locator {
    return this.page.getByRole('complementary', { name: 'Details' });
  }

  get picker(): Locator {
    return this.page.getByRole('dialog', { name: /^(Add|Remove) systems$/ });
  }

  get editor(): Locator {
    return this.page.getByRole('dialog', { name: /^(New|Edit) story$/ });
  }

  /** Adds systems to what is selected, by keys alone. */
  async addSystems(...typed: string[]): Promise<void> {
    await this.page.keyboard.press('t');
    await this.picker.waitFor();
    for (const text of typed) {
      await this.page.keyboard.type(text);
      await this.page.keyboard.press('Enter');
    }
    await this.page.keyboard.press('Enter');
    await this.picker.waitFor({ state: 'hidden' });
  }
}
