/** `1 story`, `1,204 stories`: a count with its noun or phrase, in British digits. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
