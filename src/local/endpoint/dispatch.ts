import type { CallRequest, FinishedCall } from './operation.ts';
import { ServiceError } from './service-error.ts';

/**
 * Carries out one call: asks the guards, runs the operation, and tells observers how it ended.
 * @throws ServiceError what AWS would answer with
 */
export async function dispatch(request: CallRequest): Promise<unknown> {
  const { world } = request.call;
  const finish = (end: Partial<FinishedCall>) =>
    world.emit('call', { ...request, ...end, at: world.clock.now() });
  try {
    const operation = world.services.get(request.service)?.operations[request.operation];
    if (!operation) throw notServed(request);
    for (const guard of world.guards) guard(request);
    const output = await operation(request.input, request.call);
    finish({ output });
    return output;
  } catch (error) {
    if (error instanceof ServiceError) finish({ error: { code: error.code, message: error.message } });
    throw error;
  }
}

const notServed = ({ service, operation }: CallRequest) =>
  new ServiceError('NotImplemented', `The embedded AWS does not serve ${service}:${operation}.`, 501);
