import type { Locator, Page } from '@playwright/test';

/** The queue: its list, the open story, what is offered for it. */
export class Queue {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+1');
    await this.grid.waitFor();
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Queue' });
  }

  row(headline: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: headline });
  }

  /** The box in front of a story. */
  box(headline: string): Locator {
    return this.row(headline).getByRole('gridcell').first();
  }

  /** The story that lies open. */
  get story(): Locator {
    return this.page.getByRole('article');
  }

  headline(text: string): Locator {
    return this.story.getByRole('heading', { name: text });
  }

  /** `Story 2 of 37`. */
  place(index: number, total: number): Locator {
    return this.page.getByRole('heading', { name: `Story ${index} of ${total}`, exact: true });
  }

  get offers(): Locator {
    return this.page.getByRole('complementary', { name: 'Offers' });
  }

  card(system: string): Locator {
    return this.offers.getByRole('listitem', { name: system, exact: true });
  }

  get empty(): Locator {
    return this.page.getByRole('heading', { name: 'The queue is empty' });
  }

  get basket(): Locator {
    return this.page.getByRole('dialog', { name: /^Change tags of/ });
  }
}
