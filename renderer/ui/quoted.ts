/** A step's name in quotation marks; its own become single ones. */
export const quoted = (label: string): string => `“${label.replaceAll('“', '‘').replaceAll('”', '’')}”`;
