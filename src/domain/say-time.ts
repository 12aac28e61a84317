/** A time in a sentence for people: `2026-11-20 21:14:05 UTC`. @param at milliseconds since the epoch */
export const sayTime = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
