/** Day and time of a moment by the clock of this machine, because that is what the editor lived through. */
export function wallTime(at: string, offsetMinutes?: number): { day: string; time: string } {
  const moment = new Date(at);
  const offset = offsetMinutes ?? -moment.getTimezoneOffset();
  const shown = new Date(moment.getTime() + offset * 60_000).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}
