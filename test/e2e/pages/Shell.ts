import type { Locator, Page } from '@playwright/test';

/** The frame of every screen: bar, navigation, status line, dialogs. */
export class Shell {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  place(name: 'Queue' | 'Stories' | 'Pages' | 'Export' | 'History'): Locator {
    return this.page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: new RegExp(`^${name}`) });
  }

  view(name: 'Not filed' | 'National' | 'Undated' | 'Withdrawn' | 'Possible duplicates'): Locator {
    return this.page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: new RegExp(`^${name}`) });
  }

  get undo(): Locator {
    return this.page.getByRole('button', { name: /^Undo/ });
  }

  get redo(): Locator {
    return this.page.getByRole('button', { name: /^Redo/ });
  }

  get status(): Locator {
    return this.page.getByRole('contentinfo');
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  get question(): Locator {
    // A message has the role too.
    return this.page.getByRole('alertdialog').and(this.page.locator(':not([aria-modal=false])'));
  }

  /** Opens the palette, types, and returns its list. */
  async search(text: string): Promise<Locator> {
    await this.page.keyboard.press('ControlOrMeta+k');
    const palette = this.dialog('Search and commands');
    await palette.getByRole('combobox').fill(text);
    return palette.getByRole('listbox');
  }

  async runCommand(label: string): Promise<void> {
    const list = await this.search(`> ${label}`);
    await list.getByRole('option', { name: new RegExp(`^${label}`) }).click();
  }
}
