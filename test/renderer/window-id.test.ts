import { expect, test } from 'vitest';
import { claimWindowId } from '../../renderer/window-id.ts';

/** The storage of one tab, and of a duplicate of it. */
function tabStorage(values = new Map<string, string>()): Storage {
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  } as Storage;
}

/** Locks of pages: one that is closed releases what it holds. */
function pageLocks(held = new Set<string>()) {
  return {
    request: (name: string, { signal }: LockOptions, run: () => Promise<unknown>) =>
      new Promise((resolve, reject) => {
        if (!held.has(name)) {
          held.add(name);
          resolve(run());
        } else signal?.addEventListener('abort', () => reject(signal.reason));
      }),
    release: () => held.clear(),
  };
}

test('a tab keeps its id when it is reloaded, and a duplicate of it gets one of its own', async () => {
  const values = new Map<string, string>();
  const locks = pageLocks();
  const manager = locks as unknown as LockManager;
  const first = await claimWindowId(tabStorage(values), manager);
  const duplicate = await claimWindowId(tabStorage(new Map(values)), manager);
  expect(duplicate).not.toBe(first);
  locks.release();
  expect(await claimWindowId(tabStorage(values), manager)).toBe(first);
});

test('without locks, a tab keeps the id of its storage', async () => {
  const values = new Map<string, string>();
  expect(await claimWindowId(tabStorage(values), undefined)).toBe(await claimWindowId(tabStorage(values), undefined));
});
