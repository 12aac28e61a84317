import type { Call } from '../../../endpoint/operation.ts';
import { ServiceError } from '../../../endpoint/service-error.ts';
import type { ResourceContext } from '../resources/resource-context.ts';
import type { Stack, StackResource } from '../store.ts';
import { callService, pause } from './call-service.ts';
import { physicalName } from './physical-name.ts';

const pollEveryMs = 50;
const maxPolls = 1200;

/** Somebody's wish for a stack, being carried out. */
export interface Deployment {
  /** By whom it was asked. */
  readonly call: Call;
  readonly stack: Stack;
}

/** What the resource's type works with. */
export function contextFor({ call, stack }: Deployment, resource: StackResource): ResourceContext {
  const { world, accountId, region, partition } = call;
  return {
    world,
    accountId,
    region,
    partition,
    stackId: stack.id,
    logicalId: resource.logicalId,
    type: resource.type,
    call: (service, operation, input) => callService(call, service, operation, input),
    generateName: (maxLength) => physicalName(stack.name, resource.logicalId, maxLength),
    identify: (physicalId) => {
      resource.physicalId = physicalId;
    },
    async waitUntil(isReady) {
      for (let polls = 0; polls < maxPolls; polls++) {
        if (await isReady()) return;
        await pause(world, pollEveryMs);
      }
      throw new ServiceError('NotStabilized', 'Exceeded attempts to wait');
    },
  };
}
