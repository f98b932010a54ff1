/**
 * An instant as Stash prints its own timestamps: RFC 3339, whole seconds, with the offset of the server's time zone.
 * Stash stores and compares exactly this text.
 */
export function formatStashTime(epochSeconds: number, utcOffsetMinutes: number): string {
  const local = new Date((epochSeconds + utcOffsetMinutes * 60) * 1000).toISOString().slice(0, 19);
  // Joined, not added: a sum of strings keeps its parts alive, which a million scenes would feel.
  return [local, formatOffset(utcOffsetMinutes)].join('');
}

/** The `t` of Stash's picture addresses: the entity's `updated_at` in seconds since the Unix epoch. */
export function toUnixSeconds(stashTime: string): number {
  return Math.floor(Date.parse(stashTime) / 1000);
}

function formatOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}
