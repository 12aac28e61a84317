import { readCbor, writeCbor, writeCborDocument } from '../schemas.ts';
import { ServiceError } from '../service-error.ts';
import { queryError } from './json.ts';
import type { Protocol } from './protocol.ts';

const headers = { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' };

/**
 * RPC v2 CBOR: service and operation are named in the path.
 * @see https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
 */
export const cbor: Protocol = {
  read({ request, service }) {
    const [, target, name = ''] = /^\/service\/([^/]+)\/operation\/([^/]+)$/.exec(request.path) ?? [];
    const operation = service.operations.get(name);
    if (!operation || target !== service.target) {
      throw new ServiceError(
        'UnknownOperationException',
        `${service.name} has no operation ${request.path}.`,
      );
    }
    const isEmpty = operation.input.isUnitSchema() || request.body.length === 0;
    return { operation, input: isEmpty ? {} : readCbor(operation.input, request.body) };
  },

  write(_exchange, { output: schema }, output) {
    const body = schema.isUnitSchema() ? writeCborDocument({}) : writeCbor(schema, output ?? {});
    return { status: 200, headers, body };
  },

  writeError({ service }, error) {
    const body = writeCborDocument({ __type: error.name, [error.messageMember]: error.message });
    return { status: error.status, headers: { ...headers, ...queryError(error, service) }, body };
  },
};
