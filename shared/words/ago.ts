import { counted } from './counted.ts';

const MINUTE_MS = 60_000;

/** `just now`, `a minute ago`, `5 minutes ago`, `an hour ago`, `3 hours ago`, `2 days ago`. */
export function formatAgo(atMs: number, nowMs: number): string {
  const minutes = Math.floor((nowMs - atMs) / MINUTE_MS);
  if (minutes < 1) return 'just now';
  if (minutes === 1) return 'a minute ago';
  if (minutes < 60) return `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours === 1) return 'an hour ago';
  return hours < 36 ? `${hours} hours ago` : `${counted(Math.round(hours / 24), 'day', 'days')} ago`;
}
