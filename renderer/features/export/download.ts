import { zipName } from './export-model.ts';

/** Downloads the zip through the browser. */
export function downloadZip(base64: string, asOf: string): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = zipName(asOf);
  link.click();
  // The browser reads the blob after the click. A minute is enough for a slow disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
