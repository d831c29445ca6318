import type { Page } from '@playwright/test';

/**
 * Writes down what a screen reader would say, in order: the name of what takes the focus, and what live
 * regions announce. Returns a function that reads all that was said so far.
 */
export async function startTranscript(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const say = (kind: string, text: string | null | undefined) => {
      const words = text?.replaceAll(/\s+/g, ' ').trim();
      const line = `${kind}: ${words}`;
      // A region that is written twice in one frame is read once.
      if (words && said.at(-1) !== line) said.push(line);
    };
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement) say('focus', target.ariaLabel ?? target.textContent);
    });
    const observer = new MutationObserver((changes) => {
      for (const { target, type, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        if (!element?.closest('[aria-live=polite], [aria-live=assertive]')) continue;
        // Only what is new is read: earlier words may stay in the region for a while.
        if (type === 'characterData') say('says', target.textContent);
        for (const node of addedNodes) say('says', node.textContent);
      }
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { readTranscript: () => [...said] });
  });
  return () => page.evaluate(() => (window as unknown as { readTranscript: () => string[] }).readTranscript());
}
