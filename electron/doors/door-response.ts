/** A response before it becomes one of node:http or of the `app:` scheme. */
export interface DoorResponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | string | null;
}
