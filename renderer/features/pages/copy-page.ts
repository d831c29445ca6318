/** Puts a page on the clipboard for pasting into another system, in both flavours at once. */

export interface PageCopy {
  html: string;
  text: string;
}

/**
 * What a paste should bring: the page's own content, without the document around it and its style
 * sheet, because the site it is pasted into has its own. The export writes one `main`, and nothing in a
 * story can end it. Not read with a DOMParser: that would apply the style sheet against our own policy.
 */
export function pastableHtml(exported: string): string {
  return (/<main\b[^>]*>([\s\S]*)<\/main>/.exec(exported)?.[1] ?? exported).trim();
}

/**
 * Must begin within the click or key press that asked for it: browsers grant the clipboard to a fresh
 * user action only. So the content may come as promises.
 */
export async function copyPage(content: Promise<PageCopy>): Promise<void> {
  const blob = (type: string, pick: (copy: PageCopy) => string) =>
    content.then((copy) => new Blob([pick(copy)], { type }));
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': blob('text/html', (copy) => copy.html),
      'text/plain': blob('text/plain', (copy) => copy.text),
    }),
  ]);
}

export async function copyText(content: Promise<string>): Promise<void> {
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': content.then((text) => new Blob([text], { type: 'text/plain' })) }),
  ]);
}
