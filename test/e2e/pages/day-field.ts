import type { Locator, Page } from '@playwright/test';

/** A day field, by its label. */
export function dayField(within: Page | Locator, label: string): Locator {
  return within.getByRole('group', { name: label, exact: true });
}

/** Types a day as an editor does: day, month, year, each of which leads on to the next. */
export async function typeDay(field: Locator, day: string): Promise<void> {
  const [year, month, date] = day.split('-');
  await field
    .getByRole('spinbutton')
    .first()
    .press(date?.[0] ?? '');
  await field.page().keyboard.type(`${date?.slice(1)}${month}${year}`);
}
