/** Returns the day and time of a moment by this machine's clock, as the editor saw it. */
export function wallTime(at: string, offsetMinutes?: number): { day: string; time: string } {
  const moment = new Date(at);
  const offset = offsetMinutes ?? -moment.getTimezoneOffset();
  const shown = new Date(moment.getTime() + offset * 60_000).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}
