/** A file from the browser, read and ready for the desk. */
export interface HeldFile {
  name: string;
  base64: string;
  /** The same text as HTML in base64, where a paste has both. */
  html?: string;
}

/** A paste as the clipboard has it: text, and often HTML too. */
export interface Paste {
  text: string;
  html: string;
}

export async function holdPaste({ text, html }: Paste): Promise<HeldFile> {
  const base64 = await toBase64(new Blob([text]));
  return { name: 'pasted text', base64, ...(html.trim() === '' ? {} : { html: await toBase64(new Blob([html])) }) };
}

/** Encodes a file's bytes for a call to the desk. */
export async function toBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In chunks: a function call takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
