import type { FrameLocator, Locator, Page } from '@playwright/test';

/** The list of pages, and the page editor. */
export class Pages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From anywhere to the list, by its key. */
  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+3');
    if (await this.teasers.isVisible()) await this.page.keyboard.press('ControlOrMeta+3');
    await this.row(/./).first().waitFor();
  }

  async openPage(shortName: string): Promise<void> {
    await this.open();
    await this.filter.fill(shortName);
    await this.filter.press('Enter');
    await this.page.getByRole('heading', { level: 2, name: shortName }).waitFor();
    await this.page.getByTitle(`Preview of ${shortName}`, { exact: true }).waitFor();
    await this.shown(shortName);
  }

  /** All rows of a page stand there: those below the edge are drawn a moment after the others. */
  async shown(shortName: string): Promise<void> {
    const teasers = this.page.getByRole('grid', { name: `Teasers on the page of ${shortName}`, exact: true });
    await this.page.locator('[aria-busy=false]', { has: teasers }).waitFor();
  }

  get filter(): Locator {
    return this.page.getByRole('searchbox', { name: 'Filter pages' });
  }

  get active(): Locator {
    return this.page.getByRole('grid', { name: 'Pages of active systems' });
  }

  get former(): Locator {
    return this.page.getByRole('grid', { name: 'Pages of former systems' });
  }

  row(name: RegExp): Locator {
    return this.active.getByRole('row', { name });
  }

  get teasers(): Locator {
    return this.page.getByRole('grid', { name: /^Teasers on the page of/ });
  }

  /** By its number on the page. */
  teaser(position: number): Locator {
    return this.teasers.getByRole('row', { name: new RegExp(`^${position} of \\d+: `) });
  }

  named(headline: string): Locator {
    return this.teasers.getByRole('row', { name: `: ${headline}.` });
  }

  async select(headline: string): Promise<void> {
    await this.named(headline).click();
  }

  /** Headlines from the lead down, as they stand on screen. A gap is no teaser. */
  headlines(): Promise<string[]> {
    return this.teasers
      .getByRole('row')
      .evaluateAll((rows) => rows.flatMap((row) => /^\d+ of \d+: (.*?)\. /.exec(row.ariaLabel ?? '')?.[1] ?? []));
  }

  /** Headlines of the selected teasers, from the lead down. */
  selected(): Promise<string[]> {
    return this.teasers
      .getByRole('row', { selected: true })
      .evaluateAll((rows) => rows.flatMap((row) => /^\d+ of \d+: (.*?)\. /.exec(row.ariaLabel ?? '')?.[1] ?? []));
  }

  gap(number: number): Locator {
    return this.teasers.getByRole('row', { name: new RegExp(`^Gap at ${number}: `) });
  }

  async selectMore(headline: string, how: 'Shift' | 'ControlOrMeta'): Promise<void> {
    await this.named(headline).click({ modifiers: [how] });
  }

  /** The row of an empty zone. */
  emptyZone(name: string): Locator {
    return this.teasers.getByRole('row', { name: new RegExp(`^Zone ${name}, 0 of `) });
  }

  get actions(): Locator {
    return this.page.getByRole('toolbar', { name: /^Actions for / });
  }

  get candidates(): Locator {
    return this.page.getByRole('grid', { name: 'Candidates' });
  }

  candidate(headline: string): Locator {
    return this.candidates.getByRole('row', { name: new RegExp(`^${headline}, `) });
  }

  get candidateSearch(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search candidates' });
  }

  get wholeLibrary(): Locator {
    return this.page.getByText('Whole library');
  }

  get waiting(): Locator {
    return this.page.getByRole('region', { name: 'Waiting' });
  }

  /** In the bar above the page; its name says how many checks fail. */
  get checksButton(): Locator {
    return this.page.getByRole('button', { name: /^Checks / });
  }

  check(name: RegExp): Locator {
    return this.page.getByRole('grid', { name: 'Checks of this page' }).getByRole('row', { name });
  }

  get versions(): Locator {
    return this.page.getByRole('grid', { name: 'Versions, newest first' });
  }

  get tray(): Locator {
    return this.page.getByRole('region', { name: 'Taken off' });
  }

  /** Opens and closes the list of what rules left out. */
  get leftOutButton(): Locator {
    return this.page.getByRole('button', { name: /^Left out/ });
  }

  get leftOut(): Locator {
    return this.page.getByRole('grid', { name: 'Left out' });
  }

  get shelf(): Locator {
    return this.page.getByRole('grid', { name: 'Shelf' });
  }

  shelved(headline: string): Locator {
    return this.shelf.getByRole('row', { name: new RegExp(`^${headline}, `) });
  }

  get reword(): Locator {
    return this.page.getByRole('region', { name: /^Re-word teaser/ });
  }

  field(name: string): Locator {
    return this.reword.getByRole('textbox', { name });
  }

  /** The other page's teasers, beside the open one. */
  get beside(): Locator {
    return this.page.getByRole('grid', { name: /^Compared page:/ });
  }

  /** By its number on the page beside. */
  besideTeaser(position: number): Locator {
    return this.beside.getByRole('row', { name: new RegExp(`^${position} of \\d+: `) });
  }

  /** Chooses the page to compare with the open one, by keyboard alone. */
  async putBeside(shortName: string): Promise<void> {
    await this.page.keyboard.press('w');
    await this.page.getByRole('combobox', { name: /^Page to compare with/ }).waitFor();
    await this.page.keyboard.type(shortName);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('grid', { name: `Compared page: ${shortName}` }).waitFor();
  }

  /** The image of the teaser that is being re-worded. */
  get image(): Locator {
    return this.reword.getByRole('group', { name: 'Image', exact: true });
  }

  /** The exported page in its frame. */
  preview(shortName: string): FrameLocator {
    return this.page.frameLocator(`iframe[title="Preview of ${shortName}"]`);
  }

  /** The last message to screen readers. */
  get said(): Locator {
    return this.page.locator('[role=status][aria-live=polite]');
  }

  /** The focused element's name. */
  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.ariaLabel ?? '');
  }
}
