import type { Call } from '../../endpoint/operation.ts';
import { putOnBus } from '../events/bus.ts';
import { newest } from './find.ts';
import type { StoredParameter } from './store.ts';

/**
 * Tells EventBridge of a change by itself: no trail is needed for it. The value is not told, nor who changed it.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html#SSM-Parameter-Store-event-types
 */
export function tellChange(
  parameter: StoredParameter,
  operation: 'Create' | 'Update' | 'Delete',
  { world, accountId, region }: Call,
): void {
  const { type, description } = newest(parameter).version;
  putOnBus(world, accountId, region, {
    'detail-type': 'Parameter Store Change',
    source: 'aws.ssm',
    account: accountId,
    time: `${new Date(world.clock.now()).toISOString().slice(0, 19)}Z`,
    region,
    resources: [parameter.arn],
    detail: { operation, name: parameter.name, type, ...(description !== undefined && { description }) },
  });
}
