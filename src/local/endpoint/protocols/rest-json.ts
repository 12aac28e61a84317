import { readJson, writeJson } from '../schemas.ts';
import { ServiceError } from '../service-error.ts';
import { type BodyFormat, readBindings, writeBindings } from './http-bindings.ts';
import type { Protocol } from './protocol.ts';
import { findRoute } from './rest-routes.ts';

const format: BodyFormat = {
  contentType: 'application/json',
  read: (schema, text) => readJson(schema, text, { jsonName: true }),
  write: (schema, value) => writeJson(schema, value, { jsonName: true }),
  writesEmpty: true,
};

/**
 * REST with JSON bodies: the operation is what method and path say.
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export const restJson: Protocol = {
  read({ request, service }) {
    const route = findRoute(service, request);
    if (!route) {
      throw new ServiceError(
        'UnknownOperationException',
        `${service.name} has no ${request.method} ${request.path}.`,
        404,
      );
    }
    return { operation: route.operation, input: readBindings(route, request, format) };
  },

  write: (_exchange, operation, output) => writeBindings(operation, output, format),

  writeError(_exchange, { name, message, messageMember, shapeStatus }) {
    const headers = { 'content-type': format.contentType, 'x-amzn-errortype': name };
    const type = shapeStatus < 500 ? 'User' : 'Server';
    return { status: shapeStatus, headers, body: JSON.stringify({ Type: type, [messageMember]: message }) };
  },
};
