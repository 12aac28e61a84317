import { expect, test } from 'vitest';
import type { HttpRequest } from '../http-message.ts';
import { readCbor, schemaOf, writeCbor } from '../schemas.ts';
import { ServiceError } from '../service-error.ts';
import { serviceModel } from '../service-models.ts';
import { wireErrorOf } from '../wire-error.ts';
import { cbor } from './cbor.ts';
import type { Exchange } from './protocol.ts';

// botocore speaks CBOR to CloudWatch; no client of SDK v3 does, so these tests stand in for it.
const model = serviceModel('monitoring');
if (!model) throw new Error('no service monitoring');
const service = model;
const DOCUMENT = schemaOf(15);

function exchange(path: string, body: Uint8Array): Exchange {
  const request = {
    method: 'POST',
    path,
    body: Buffer.from(body),
    headers: {},
  } as Partial<HttpRequest> as HttpRequest;
  return { request, service, requestId: 'r' };
}

const pathOf = (operation: string) => `/service/GraniteServiceVersion20100801/operation/${operation}`;

test('service and operation are read from the path, the input from CBOR', () => {
  const input = { Namespace: 'N', MetricData: [{ MetricName: 'm', Value: 1.5, Timestamp: new Date(1000) }] };
  const body = writeCbor(DOCUMENT, input);
  const read = cbor.read(exchange(pathOf('PutMetricData'), body));
  expect(read.operation.name).toBe('PutMetricData');
  expect(read.input).toEqual(input);
});

test('an empty body is an empty input', () => {
  expect(cbor.read(exchange(pathOf('DescribeAlarms'), new Uint8Array())).input).toEqual({});
});

test('another service in the path is refused', () => {
  const path = '/service/AmazonSQS/operation/PutMetricData';
  expect(() => cbor.read(exchange(path, new Uint8Array()))).toThrow(ServiceError);
});

test('an error carries its shape, its text and the code of the query protocol', () => {
  const error = wireErrorOf(new ServiceError('ResourceNotFound', 'no such alarm'), service);
  const written = cbor.writeError(exchange('', new Uint8Array()), error);
  expect(written.headers).toMatchObject({
    'smithy-protocol': 'rpc-v2-cbor',
    'x-amzn-query-error': 'ResourceNotFound;Sender',
  });
  expect(readCbor(DOCUMENT, Buffer.from(written.body))).toMatchObject({
    __type: 'ResourceNotFound',
    message: 'no such alarm',
  });
});
