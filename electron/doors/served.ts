/** A response before it becomes node:http's or the `app:` scheme's. */
export interface Served {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | string | null;
}
