import { randomUUID } from 'node:crypto';
import { type Addressee, addresseeOf } from './addressee.ts';
import { decodeBody } from './decode-body.ts';
import { dispatch } from './dispatch.ts';
import type { HttpRequest, HttpResponse } from './http-message.ts';
import type { Call } from './operation.ts';
import { globalRegionOf, isGlobalService, partitionOf } from './partition.ts';
import { protocols } from './protocols/index.ts';
import type { Exchange, ReadCall } from './protocols/protocol.ts';
import { ServiceError } from './service-error.ts';
import { authenticate } from './signature/authenticate.ts';
import { refusal } from './signature/refusals.ts';
import { validateInput } from './validate-input.ts';
import { wireErrorOf } from './wire-error.ts';
import type { World } from './world.ts';

/** Answers one request of an AWS client: knows the caller, reads the input, carries the operation out. Never throws. */
export async function answer(world: World, request: HttpRequest): Promise<HttpResponse> {
  const addressee = addresseeOf(request);
  const requestId = randomUUID();
  try {
    const call = callOf(world, request, addressee, requestId);
    const exchange = {
      request: decodeBody(request, addressee.service),
      service: addressee.service,
      requestId,
    };
    const { operation, input } = readCall(exchange, addressee);
    const { name: service } = addressee.service;
    const output = await dispatch({ service, operation: operation.name, input, call });
    return withRequestId(protocols[addressee.protocol].write(exchange, operation, output), requestId);
  } catch (error) {
    return refuse(request, error, addressee, requestId);
  }
}

/** Writes an error in the protocol that the request was made in. */
export function refuse(
  request: HttpRequest,
  error: unknown,
  { service, protocol }: Addressee = addresseeOf(request),
  requestId: string = randomUUID(),
): HttpResponse {
  const wireError = wireErrorOf(asServiceError(error), service);
  return withRequestId(protocols[protocol].writeError({ request, service, requestId }, wireError), requestId);
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  // A fault of the embedded AWS itself, never of the caller: it must not pass in silence.
  process.emitWarning(error instanceof Error ? error : String(error));
  return new ServiceError('InternalFailure', `The embedded AWS failed: ${error}`, 500);
}

function callOf(world: World, request: HttpRequest, addressee: Addressee, requestId: string): Call {
  const { region, ...who } = identityOf(world, request, addressee);
  return {
    world,
    region,
    partition: partitionOf(region),
    ...who,
    sourceIp: request.sourceIp,
    userAgent: request.headers['user-agent'] ?? '',
    requestId,
  };
}

function identityOf(
  world: World,
  request: HttpRequest,
  { service, protocol, signed, unsigned }: Addressee,
): Pick<Call, 'accountId' | 'region' | 'caller'> {
  if (unsigned) return { accountId: unsigned.accountId, region: unsigned.region, caller: anonymous };
  if (!signed) throw refusal(protocol, request.headers.authorization ? 'malformed' : 'unsigned', NOT_SIGNED);
  if (!world.services.has(service.name)) throw notServed(service.name);
  if (!/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(signed.region)) {
    throw refusal(
      protocol,
      'malformed',
      `Credential should be scoped to a valid Region, not ${signed.region}.`,
    );
  }
  const caller = authenticate(world, request, signed, protocol);
  const region = isGlobalService(service.name) ? globalRegionOf(partitionOf(signed.region)) : signed.region;
  return { accountId: caller.accountId, region, caller };
}

const anonymous = { type: 'Anonymous', accountId: '', arn: '', principalId: '', accessKeyId: '' } as const;
const NOT_SIGNED = 'Request is missing a complete Signature Version 4.';

const notServed = (name: string) =>
  new ServiceError('NotImplemented', `The embedded AWS does not serve ${name || 'unnamed services'}.`, 501);

function readCall(exchange: Exchange, { service, protocol }: Addressee): ReadCall {
  if (!service.protocols.includes(protocol)) {
    throw new ServiceError(
      'UnknownOperationException',
      `${service.name} does not speak the ${protocol} protocol.`,
    );
  }
  const call = read(exchange, protocol);
  validateInput(call.operation.input, call.input, service);
  return call;
}

function read(exchange: Exchange, protocol: Addressee['protocol']): ReadCall {
  try {
    return protocols[protocol].read(exchange);
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    const code = protocol === 'rest-xml' ? 'MalformedXML' : 'SerializationException';
    throw new ServiceError(
      code,
      `The request is not readable: ${error instanceof Error ? error.message : error}`,
    );
  }
}

const withRequestId = (response: HttpResponse, requestId: string): HttpResponse => ({
  ...response,
  headers: { ...response.headers, 'x-amzn-requestid': requestId, 'x-amz-request-id': requestId },
});
