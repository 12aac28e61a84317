import { ServiceError } from '../../endpoint/service-error.ts';

const MAX_KEYS = 1000;

interface ListingRequest {
  readonly prefix?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Only what comes after this key or common prefix. */
  readonly after?: string | undefined;
  readonly maxKeys?: number | undefined;
}

/** What a listing shows at one place: the entries of a key, or a prefix that many keys have in common. */
type Place<T> = { readonly at: string; readonly entries: readonly T[] } | { readonly at: string };

export interface Listing<T> {
  readonly entries: readonly T[];
  readonly prefixes: readonly string[];
  readonly count: number;
  readonly limit: number;
  /** Where the next listing starts, when there is more. */
  readonly next?: string;
}

/**
 * Lists keys in order, those with a delimiter after the prefix rolled up into common prefixes.
 * @throws ServiceError `InvalidArgument`
 */
export function listKeys<T>(objects: ReadonlyMap<string, readonly T[]>, request: ListingRequest): Listing<T> {
  const { prefix = '', delimiter, after = '', maxKeys = MAX_KEYS } = request;
  if (!Number.isInteger(maxKeys) || maxKeys < 0) {
    throw new ServiceError('InvalidArgument', 'Argument maxKeys must be an integer between 0 and 2147483647');
  }
  const limit = Math.min(maxKeys, MAX_KEYS);
  const places = new Map<string, Place<T>>();
  for (const [key, entries] of [...objects].sort(([a], [b]) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  )) {
    if (!key.startsWith(prefix)) continue;
    const common = commonPrefix(key, prefix, delimiter);
    const at = common ?? key;
    if (at > after) places.set(at, common ? { at } : { at, entries });
  }
  const all = [...places.values()];
  const shown = all.slice(0, limit);
  const last = shown.at(-1)?.at;
  return {
    entries: shown.flatMap((place) => ('entries' in place ? place.entries : [])),
    prefixes: shown.flatMap((place) => ('entries' in place ? [] : place.at)),
    count: shown.length,
    limit,
    ...(last !== undefined && all.length > limit && { next: last }),
  };
}

function commonPrefix(key: string, prefix: string, delimiter: string | undefined): string | undefined {
  const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
  return delimiter && end >= 0 ? key.slice(0, end + delimiter.length) : undefined;
}
