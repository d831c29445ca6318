/** A file from the browser, read and ready for the desk. */
export interface HeldFile {
  name: string;
  base64: string;
}

/** Encodes a file's bytes for a call to the desk. */
export async function toBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In chunks: a function call takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
