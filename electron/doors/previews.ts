import type { DeskFault } from '../../shared/errors.ts';
import type { Desk } from '../desk/desk.ts';
import type { DoorResponse } from './door-response.ts';
import { COMMON_HEADERS, PREVIEW_POLICY } from './policies.ts';

/**
 * A page's preview: the exported HTML itself as a response. `asOf` and `at` go to the desk; `v` only keeps a browser
 * from showing an older one.
 */
export async function pagePreview(desk: Desk, code: string, query: URLSearchParams): Promise<DoorResponse> {
  const input: Record<string, string> = { system: code, format: 'html' };
  for (const name of ['asOf', 'at']) {
    const value = query.get(name);
    if (value !== null) input[name] = value;
  }
  const reply = await desk.call('pages.render', input);
  if (!reply.ok) return previewResponse(statusOf(reply.error), sentencePage(reply.error.message));
  // dispatch returns only the contract's output for this method.
  return previewResponse(200, (reply.value as { content: string }).content);
}

function previewResponse(status: number, body: string): DoorResponse {
  const headers = {
    ...COMMON_HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': PREVIEW_POLICY,
  };
  return { status, headers, body };
}

function statusOf(fault: DeskFault): number {
  if (fault.code === 'system-unknown' || fault.code === 'entry-missing') return 404;
  return fault.code === 'bad-call' ? 400 : 500;
}

function sentencePage(message: string): string {
  const text = message.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>No preview</title><p>${text}</p></html>`;
}
