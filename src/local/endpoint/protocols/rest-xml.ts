import type { HttpRequest } from '../http-message.ts';
import { bucketOfHost } from '../loopback.ts';
import { readXml, traitsOf, writeXml } from '../schemas.ts';
import { ServiceError } from '../service-error.ts';
import type { OperationModel, ServiceModel } from '../service-model.ts';
import { type BodyFormat, readBindings, writeBindings } from './http-bindings.ts';
import type { Protocol } from './protocol.ts';
import { type FoundRoute, findRoute } from './rest-routes.ts';
import { xmlText } from './xml-text.ts';

/**
 * S3's REST with XML bodies. Its paths come without the bucket, which is the path's first part or in the host's name;
 * those of S3 Control come as they are.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export const restXml: Protocol = {
  read({ request, service }) {
    const { bucket, path } = service.name === 's3' ? locate(request) : { bucket: '', path: request.path };
    const route = findRoute(
      service,
      { ...request, path },
      (operation) => service.name !== 's3' || takesBucket(operation) === (bucket !== ''),
    );
    if (!route) {
      throw new ServiceError(
        'MethodNotAllowed',
        `${service.name} has no ${request.method} ${request.path}.`,
        405,
      );
    }
    return { operation: route.operation, input: readInput(route, request, service, bucket) };
  },

  write({ service }, operation, output) {
    const response = writeBindings(operation, output, formatOf(service));
    if (operation.name !== 'GetBucketLocation') return response;
    return { ...response, headers: xmlType, body: locationDocument(service, output) };
  },

  writeError({ requestId, service }, { name, message, shapeStatus, headers }) {
    const content = `<Code>${xmlText(name)}</Code><Message>${xmlText(message)}</Message>`;
    const error =
      service.name === 's3'
        ? `<Error>${content}<RequestId>${requestId}</RequestId></Error>`
        : `<ErrorResponse><Error>${content}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
    return { status: shapeStatus, headers: { ...xmlType, ...headers }, body: declaration + error };
  },
};

const xmlType = { 'content-type': 'application/xml' };
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const formatOf = ({ xmlNamespace = '' }: ServiceModel): BodyFormat => ({
  contentType: xmlType['content-type'],
  read: readXml,
  write: (schema, value) => declaration + writeXml(schema, value, xmlNamespace),
  writesEmpty: false,
});

function locate({ path, headers }: HttpRequest): { bucket: string; path: string } {
  const ofHost = bucketOfHost(headers.host);
  if (ofHost) return { bucket: ofHost, path };
  const [, bucket = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(path) ?? [];
  return { bucket: decodeURIComponent(bucket), path: rest || '/' };
}

const takesBucket = ({ input }: OperationModel): boolean =>
  [...input.structIterator()].some(([name, member]) => name === 'Bucket' && traitsOf(member).httpLabel);

function readInput(route: FoundRoute, request: HttpRequest, service: ServiceModel, bucket: string) {
  const labels = new Map(bucket ? [...route.labels, ['Bucket', bucket]] : route.labels);
  return readBindings({ ...route, labels }, request, formatOf(service));
}

/** The one answer whose text stands directly in the root element. */
function locationDocument({ xmlNamespace }: ServiceModel, output: unknown): string {
  const { LocationConstraint: location } = Object(output) as { LocationConstraint?: string };
  const root = `LocationConstraint xmlns="${xmlNamespace}"`;
  return `${declaration}<${root}>${xmlText(location ?? '')}</LocationConstraint>`;
}
