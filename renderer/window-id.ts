const KEY = 'patchdesk.window';

/** How long the page before a reload may take to release its id. */
const HELD_MS = 300;

/**
 * An id of this tab's own, kept when it is reloaded: the desk tells by it which steps another window made. A duplicated
 * tab has a copy of the storage, so the id is held by a lock as long as its page lives.
 */
export async function claimWindowId(storage: Storage, locks: LockManager | undefined): Promise<string> {
  const known = storage.getItem(KEY);
  if (known !== null && (await hold(locks, known))) return known;
  const fresh = crypto.randomUUID();
  storage.setItem(KEY, fresh);
  await hold(locks, fresh);
  return fresh;
}

/** False when another page has the id. */
function hold(locks: LockManager | undefined, id: string): Promise<boolean> {
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = () => {
      resolve(true);
      // Never settles: the browser frees the lock when the page goes.
      return new Promise<never>(() => undefined);
    };
    locks.request(`patchdesk.window.${id}`, { signal: AbortSignal.timeout(HELD_MS) }, held).catch(() => resolve(false));
  });
}
