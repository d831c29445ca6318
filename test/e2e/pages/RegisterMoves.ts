import type { Locator, Page } from '@playwright/test';

/** The register: systems that ended, their stories, and the register file. */
export class RegisterMoves {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+7');
    await this.page.getByRole('heading', { level: 2, name: 'Register' }).waitFor();
  }

  tab(name: 'Ended systems' | 'To carry over' | 'To decide' | 'Done' | 'Register file'): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** A line of the table of systems that ended. */
  system(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  row(headline: string): Locator {
    return this.page.getByRole('button').filter({ hasText: headline }).filter({ hasText: '→' });
  }

  get story(): Locator {
    return this.page.getByRole('complementary', { name: 'Story' });
  }

  home(name: string): Locator {
    return this.story.getByRole('button', { name: new RegExp(`${name}`) });
  }

  async chooseFile(name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Choose a register file…' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  preview(file: string): Locator {
    return this.page.getByRole('region', { name: `What ${file} changes` });
  }
}
