/** Puts a page on the clipboard for pasting into another system, in both flavours at once. */

export interface PageCopy {
  html: string;
  text: string;
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
