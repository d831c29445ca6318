/** A name in quotation marks; quotation marks inside it become single ones, as in print. */
export function inQuotes(name: string): string {
  return `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
