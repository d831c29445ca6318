import type { Locator, Page } from '@playwright/test';

export class Welcome {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get screen(): Locator {
    return this.page.getByRole('region', { name: 'Welcome' });
  }

  get sample(): Locator {
    return this.screen.getByRole('button', { name: /^Explore the sample library/ });
  }

  get import(): Locator {
    return this.screen.getByRole('button', { name: /^Import a saved page/ });
  }

  get newStory(): Locator {
    return this.screen.getByRole('button', { name: /^Write a story/ });
  }
}
