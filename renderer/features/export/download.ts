import { zipName } from './export-model.ts';

/** Hands the pages to the browser's own download. */
export function downloadZip(base64: string, asOf: string): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = zipName(asOf);
  link.click();
  // The browser has taken hold of the blob once the click is done; a minute is safe for a slow disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
