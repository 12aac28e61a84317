import type { ServiceError } from './service-error.ts';
import type { ServiceModel } from './service-model.ts';

/** An error in the words of every protocol. */
export interface WireError {
  /** The name of the error's shape, such as `QueueDoesNotExist`. */
  readonly name: string;
  /** The same in the query protocol, such as `AWS.SimpleQueueService.NonExistentQueue`. */
  readonly queryCode: string;
  readonly message: string;
  /** The member that carries the message in JSON. */
  readonly messageMember: string;
  /** The status that the operation chose, 400 unless it named another. */
  readonly status: number;
  /** The status that AWS gives this shape where statuses matter: in the REST and query protocols. */
  readonly shapeStatus: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Operations name an error by its shape or by its query code; the service's schemas know the other one. */
export function wireErrorOf(
  { code, message, status, headers }: ServiceError,
  service: ServiceModel,
): WireError {
  const shape =
    service.errors.find(({ name }) => name === code) ??
    service.errors.find(({ queryCode }) => queryCode === code);
  return {
    name: shape?.name ?? code,
    queryCode: shape?.queryCode ?? code,
    message,
    messageMember: shape?.messageMember ?? 'message',
    status,
    shapeStatus: status === 400 ? (shape?.status ?? status) : status,
    headers,
  };
}
