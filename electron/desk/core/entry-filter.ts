import type { HistoryFilter } from '../../../shared/models.ts';
import type { SqlValue } from './sql.ts';

/**
 * The FROM and WHERE of the entries that fit a filter. The first subject leads, so that the history of one story is one
 * walk through the index of entry_subjects.
 */
export function entriesWhere(filter: HistoryFilter): { from: string; values: SqlValue[] } {
  const subjects = (['story', 'page', 'area'] as const).flatMap((kind) => {
    const id = filter[kind];
    return id === undefined ? [] : [[kind, id] as const];
  });
  const tests: string[] = [];
  const values: SqlValue[] = [];
  const test = (sql: string, ...more: (SqlValue | undefined)[]) => {
    if (more.some((value) => value === undefined)) return;
    tests.push(sql);
    values.push(...(more as SqlValue[]));
  };
  for (const [index, [kind, id]] of subjects.entries()) {
    if (index === 0) test('s.kind = ? AND s.id = ?', kind, id);
    else test('EXISTS (SELECT 1 FROM entry_subjects WHERE kind = ? AND id = ? AND entry_seq = e.seq)', kind, id);
  }
  test('e.by = ?', filter.by);
  test('e.kind = ?', filter.kind);
  test('e.day >= ?', filter.from);
  test('e.day <= ?', filter.to);
  const tables = subjects.length > 0 ? 'entry_subjects s JOIN entries e ON e.seq = s.entry_seq' : 'entries e';
  return { from: tests.length > 0 ? `${tables} WHERE ${tests.join(' AND ')}` : tables, values };
}
