import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Draw random bytes for many ids at once: one draw per id costs more than the rest of an insert. */
const BYTES = 16;
const pool = new Uint8Array(BYTES * 256);
let used = pool.length;
let lastMs = 0;
let sequence = 0;

/** A UUIDv7. Within this process each id sorts after the one before, so that new rows go to the end of their tables. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + BYTES);
  used += BYTES;
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    // RFC 9562, 6.2: start the counter low enough to leave room within its millisecond.
    sequence = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 2;
  } else sequence += 1;
  return v7({ random, msecs: lastMs, seq: sequence });
}
