import type { Locator, Page } from '@playwright/test';

export class History {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+5');
    await this.page.getByRole('heading', { level: 2, name: 'History' }).waitFor();
  }

  get steps(): Locator {
    return this.page.getByRole('region', { name: 'Steps, newest first' });
  }

  /** What the open step changed. */
  get details(): Locator {
    return this.page.getByRole('complementary', { name: 'What this step changed' });
  }

  /** The step with this label; headings of days are lines as well. */
  step(label: string): Locator {
    return this.steps.getByRole('listitem').filter({ hasText: label });
  }

  /** Not the buttons of the top bar, which are there on every screen. */
  get undo(): Locator {
    return this.#header.getByRole('button', { name: /undo/i });
  }

  get redo(): Locator {
    return this.#header.getByRole('button', { name: /redo/i });
  }

  get #header(): Locator {
    return this.page.getByRole('region', { name: 'History' });
  }
}
