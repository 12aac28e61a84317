import type { CreateEventBusRequest } from '@aws-sdk/client-eventbridge';
import type { Call } from '../../endpoint/operation.ts';
import { checkDeadLetterQueue } from './dead-letter-config.ts';
import { canUseKey } from './encryption.ts';
import { validationError } from './events-error.ts';
import type { Bus } from './store.ts';

type Settings = Pick<CreateEventBusRequest, 'Description' | 'KmsKeyIdentifier' | 'DeadLetterConfig'>;

/**
 * Changes what a request names; an empty key or description goes away.
 * @throws ServiceError `ValidationException`
 */
export function changeBus(
  bus: Bus,
  { Description, KmsKeyIdentifier, DeadLetterConfig }: Settings,
  call: Call,
): void {
  if ((Description ?? '').length > 512) throw validationError('Description has over 512 characters.');
  checkDeadLetterQueue(DeadLetterConfig?.Arn, call.region);
  if (KmsKeyIdentifier && !canUseKey(call.world, bus, KmsKeyIdentifier)) {
    throw validationError(`The KMS key ${KmsKeyIdentifier} cannot be used for the event bus ${bus.name}.`);
  }
  if (Description !== undefined) bus.description = Description || undefined;
  if (KmsKeyIdentifier !== undefined) bus.keyId = KmsKeyIdentifier || undefined;
  if (DeadLetterConfig !== undefined) bus.deadLetterArn = DeadLetterConfig.Arn;
  bus.modifiedAt = call.world.clock.now();
}
