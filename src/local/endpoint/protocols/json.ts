import { readJson, writeJson } from '../schemas.ts';
import { ServiceError } from '../service-error.ts';
import type { ServiceModel } from '../service-model.ts';
import { unsupported } from '../unsupported.ts';
import type { WireError } from '../wire-error.ts';
import type { Protocol } from './protocol.ts';

const rpc = { jsonName: false };

/**
 * JSON 1.0 and 1.1: the operation is named in `X-Amz-Target`.
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export const json: Protocol = {
  read({ request, service }) {
    const operation = operationOfTarget(request.headers['x-amz-target'] ?? '', service);
    if (operation.input.isUnitSchema()) return { operation, input: {} };
    return { operation, input: readJson(operation.input, request.body.toString() || '{}', rpc) };
  },

  write({ request }, { output: schema }, output) {
    const body = schema.isUnitSchema() ? '{}' : writeJson(schema, output ?? {}, rpc);
    return { status: 200, headers: contentType(request.headers), body };
  },

  writeError({ request, service }, error) {
    const headers = { ...contentType(request.headers), ...queryError(error, service) };
    const body = JSON.stringify({ __type: error.name, [error.messageMember]: error.message });
    return { status: error.status, headers, body };
  },
};

/** Clients differ in what they put before the target's last dots (botocore sends `com.amazonaws.cloudtrail…`). */
function operationOfTarget(target: string, service: ServiceModel) {
  const [serviceTarget, name = ''] = target.split('.').slice(-2);
  const operation = service.operations.get(name);
  if (operation && serviceTarget === service.target) return operation;
  if (service.isPartial && serviceTarget === service.target) throw unsupported(`${service.name}:${name}`);
  throw new ServiceError('UnknownOperationException', `${service.name} has no operation ${target}.`);
}

/** Services that once spoke the query protocol still tell its code, for clients that look for it. */
export function queryError(error: WireError, service: ServiceModel): Record<string, string> {
  if (!service.wasQuery) return {};
  return { 'x-amzn-query-error': `${error.queryCode};${error.status < 500 ? 'Sender' : 'Receiver'}` };
}

/** An answer is in the version of JSON that was asked in. */
const contentType = (headers: Readonly<Record<string, string>>) => ({
  'content-type': headers['content-type']?.includes('1.0')
    ? 'application/x-amz-json-1.0'
    : 'application/x-amz-json-1.1',
});
