import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Page } from '@playwright/test';

/** Runs in the page before the app: records when rows were first painted, and how long frames take. */
export function watchPage(): void {
  const watched = { firstRowsMs: null as number | null, frames: null as number[] | null };
  Object.assign(window, { patchdeskBench: watched });
  let last = 0;
  const onFrame = (now: number) => {
    if (watched.frames && last > 0) watched.frames.push(now - last);
    last = now;
    if (watched.firstRowsMs === null && document.querySelector('[role=grid] [data-index]')) {
      // The current document is on screen when the task after this frame runs.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        watched.firstRowsMs ??= performance.now();
      };
      channel.port2.postMessage(null);
    }
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}

interface Watched {
  patchdeskBench: { firstRowsMs: number | null; frames: number[] | null; keys?: number[] };
}

/** What to watch for a change: an attribute of all elements that a selector finds. */
export interface Shown {
  selector: string;
  attribute: string;
}

/** The story in the queue. */
export const STORY: Shown = { selector: '[aria-label="Story"] article', attribute: 'aria-label' };
/** The teasers of the open page, with their numbers. */
export const TEASERS: Shown = {
  selector: '[aria-label^="Teasers on the page of"] [role=row]',
  attribute: 'aria-label',
};
/** The rows of the board. */
export const BOARD: Shown = { selector: '[aria-label="Pages of active systems"] [role=row]', attribute: 'data-key' };

/**
 * The time from each key press to the frame with a change of this kind (but not to nothing), in ms. `press` gets the
 * number of the key, each time after the last key's change was seen and a pause; if it presses several keys, the last
 * counts.
 */
export async function keysToPainted(
  page: Page,
  shown: Shown,
  count: number,
  pauseMs: number,
  press: (n: number) => Promise<void>,
): Promise<number[]> {
  await page.evaluate(({ selector, attribute }) => {
    const keys: number[] = [];
    Object.assign((window as unknown as Watched).patchdeskBench, { keys });
    const now = () => [...document.querySelectorAll(selector)].map((one) => one.getAttribute(attribute)).join('\n');
    let pressed: { at: number; before: string } | null = null;
    window.addEventListener(
      'keydown',
      (event) => {
        pressed = { at: event.timeStamp, before: now() };
      },
      true,
    );
    const onFrame = () => {
      // Another measurement has begun.
      if ((window as unknown as Watched).patchdeskBench.keys !== keys) return;
      const seen = pressed ? now() : '';
      if (pressed && seen !== '' && seen !== pressed.before) {
        const { at } = pressed;
        pressed = null;
        // Measure in the first task after the frame: with a lower priority it would wait for the app's deferred work.
        void scheduler.postTask(() => keys.push(performance.now() - at), { priority: 'user-blocking' });
      }
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  }, shown);
  // Load Playwright's waiting code into the page before the first key, so that it is not measured.
  await page.waitForFunction(() => true);
  for (let n = 0; n < count; n += 1) {
    await press(n);
    await page.waitForFunction((seen) => ((window as unknown as Watched).patchdeskBench.keys?.length ?? 0) > seen, n);
    await page.waitForTimeout(pauseMs);
  }
  return page.evaluate(() => (window as unknown as Watched).patchdeskBench.keys ?? []);
}

export async function firstRowsMs(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => (window as unknown as Watched).patchdeskBench.firstRowsMs);
  const value = await handle.jsonValue();
  if (value === null) throw new Error('No rows were painted.');
  return value;
}

/** How long each frame took during `work`, in ms. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    (window as unknown as Watched).patchdeskBench.frames = [];
  });
  await work();
  return page.evaluate(() => {
    const { patchdeskBench } = window as unknown as Watched;
    const frames = patchdeskBench.frames ?? [];
    patchdeskBench.frames = null;
    return frames;
  });
}

/** Asks the app's main thread for replies, again and again. */
export class Pings {
  readonly #worker: Worker;

  constructor(portFile: string) {
    const port = Number(readFileSync(portFile, 'utf8'));
    this.#worker = new Worker(new URL('./ping-client.ts', import.meta.url), { workerData: { port } });
  }

  /** How long the replies since the last call took, in ms. */
  async take(message: 'take' | 'end' = 'take'): Promise<number[]> {
    const answered = once(this.#worker, 'message');
    this.#worker.postMessage(message);
    const [answers] = (await answered) as [number[]];
    return answers;
  }

  async end(): Promise<void> {
    const exited = once(this.#worker, 'exit');
    await this.take('end');
    await exited;
  }
}
