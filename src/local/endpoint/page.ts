import { ServiceError } from './service-error.ts';

interface PageRequest {
  readonly limit: number;
  readonly token?: string | undefined;
  /** What the service calls a token that it never gave out. */
  readonly badTokenCode: string;
}

/** One page of a list. `nextToken` is absent on the last. */
export function page<T>(items: readonly T[], { limit, token, badTokenCode }: PageRequest) {
  const start = token ? Number(token) : 0;
  if (!Number.isInteger(start) || start < 0) {
    throw new ServiceError(badTokenCode, 'The specified token is not valid.');
  }
  const end = start + limit;
  return { items: items.slice(start, end), nextToken: end < items.length ? String(end) : undefined };
}
