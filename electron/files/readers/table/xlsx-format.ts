import { inQuotes } from '../../../../shared/words/quotes.ts';
import { holdsSpreadsheet } from '../content-kind.ts';
import type { ImportFormat } from '../import-format.ts';
import { readTable } from './read-table.ts';
import { readSpreadsheet } from './spreadsheet.ts';

export const xlsxFormat: ImportFormat = {
  id: 'xlsx',
  label: 'Spreadsheet (Excel)',
  recognises: holdsSpreadsheet,
  read(bytes, context) {
    const { rows, name, otherNames } = readSpreadsheet(bytes, context.file);
    const list = readTable(rows, context);
    if (otherNames.length > 0) {
      const others = otherNames.slice(0, 10).map(inQuotes).join(', ');
      const message = `Only the first sheet, ${inQuotes(name)}, was read. Left out: ${others}.`;
      list.problems.unshift({ line: null, code: 'left-out', message });
    }
    return [list];
  },
};
