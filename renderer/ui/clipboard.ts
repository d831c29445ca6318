/** What is put on the clipboard: the same content as HTML and as text. */
export interface RichCopy {
  html: string;
  text: string;
}

/**
 * Must start within the click or key press: browsers allow clipboard access only right after a user action. That is
 * why the content may be a promise.
 */
export async function copyRich(content: Promise<RichCopy>): Promise<void> {
  const blob = (type: string, pick: (copy: RichCopy) => string) =>
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
