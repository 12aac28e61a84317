import type { Line } from './layout.ts';

/** The longest list that is shown: the report that machines get has the whole. */
export const SHOWN = 8;

/**
 * A list as far as people read it, and how many more there are.
 * @param atMost so many are shown
 * @param count how many there are, when the list came cut
 */
export function listed<Item, Said extends Line = string>(
  items: readonly Item[],
  say: (item: Item) => Said | readonly Said[],
  { atMost = SHOWN, count = items.length }: { readonly atMost?: number; readonly count?: number } = {},
): readonly (Said | string)[] {
  const shown = items.slice(0, atMost);
  const hidden = count - shown.length;
  return [...shown.flatMap(say), ...(hidden > 0 ? [`and ${hidden} more`] : [])];
}
