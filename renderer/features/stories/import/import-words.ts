import type { ImportReport } from '../../../../shared/contract.ts';
import type { ImportedFile } from '../../../../shared/models.ts';
import { counted } from '../../../../shared/words/counted.ts';

const stories = (count: number) => counted(count, 'story', 'stories');

/** What one file added: `18 new stories, 2 changed, 5 as they were; 20 new tags`. */
export function broughtBy(file: ImportedFile): string {
  const { new: fresh, changed, unchanged } = file.articles;
  const parts = [
    fresh > 0 ? `${stories(fresh)} new` : null,
    changed > 0 ? `${stories(changed)} re-worded` : null,
    unchanged > 0 ? `${stories(unchanged)} known already` : null,
  ].filter((part) => part !== null);
  const tags = file.tags.new > 0 ? `; ${counted(file.tags.new, 'new tag', 'new tags')}` : '';
  return (parts.join(', ') || 'nothing') + tags;
}

/** The report in one sentence, for its title and for a screen reader. */
export function summaryOf(report: ImportReport): string {
  const refused = report.files.filter((file) => file.error !== null).length;
  const fresh = report.files.reduce((sum, file) => sum + file.articles.new, 0);
  const taken = report.files.length - refused;
  if (taken === 0) return refused === 1 ? 'The file was refused' : `All ${refused} files were refused`;
  const came = fresh === 0 ? 'No new story came in' : `${stories(fresh)} came in`;
  return refused === 0 ? came : `${came}; ${counted(refused, 'file was', 'files were')} refused`;
}
