import type { IncomingMessage } from 'node:http';

export type JsonBody =
  | { kind: 'json'; value: unknown }
  | { kind: 'too-large' }
  | { kind: 'no-json'; message: string }
  | { kind: 'gone' };

/**
 * Reads a request's body as JSON, of at most `limit` bytes. Bytes beyond that are read and discarded, so that the
 * sender can still receive the refusal.
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<JsonBody> {
  const type = request.headers['content-type'] ?? '';
  // A form on another site can send text/plain or a form type without a preflight request, but not this type.
  const isJson = /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(type.trim());
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (isJson && size <= limit) chunks.push(chunk);
    }
  } catch {
    return { kind: 'gone' };
  }
  if (!isJson) return { kind: 'no-json', message: 'A call must be sent as application/json.' };
  if (size > limit) return { kind: 'too-large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'no-json', message: 'The call is not valid JSON in UTF-8.' };
  }
}
