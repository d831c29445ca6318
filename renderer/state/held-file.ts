/** A file as the browser hands it over, read and ready for the desk. */
export interface HeldFile {
  name: string;
  base64: string;
}

/** A file's bytes as they travel to the desk. */
export async function toBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
