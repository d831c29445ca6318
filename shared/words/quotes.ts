/** A name in quotation marks; its own become single ones, as print has it. */
export function inQuotes(name: string): string {
  return `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
