import type { HttpRequest } from './http-message.ts';
import { spokenProtocol } from './protocols/index.ts';
import type { ProtocolName, ServiceModel } from './service-model.ts';
import { serviceModel } from './service-models.ts';
import { type SignedRequest, signedRequestOf } from './signature/signed-request.ts';
import { type UnsignedCall, unsignedCallOf } from './unsigned-call.ts';

/** Whom a request is for and in which protocol it gets its answer, also when it will be refused. */
export interface Addressee {
  readonly service: ServiceModel;
  readonly protocol: ProtocolName;
  readonly signed?: SignedRequest;
  readonly unsigned?: UnsignedCall;
}

/** What an answer to nobody is written with. */
const nobody = (name: string): ServiceModel => ({
  name,
  operations: new Map(),
  errors: [],
  protocols: [],
  target: '',
  missingParameter: '',
});

/** The service is the one a request was signed for: hosts tell nothing here, all services share one. */
export function addresseeOf(request: HttpRequest): Addressee {
  const signed = signedRequestOf(request);
  const unsigned = signed ? undefined : unsignedCallOf(request);
  const name = signed ? serviceOf(request, signed) : (unsigned?.service ?? '');
  const service = serviceModel(name) ?? nobody(name);
  return {
    service,
    protocol: protocolOf(request, service),
    ...(signed && { signed }),
    ...(unsigned && { unsigned }),
  };
}

/** S3's account-wide API is signed for as `s3`; it names an account and has a version in its paths. */
const serviceOf = ({ headers, path }: HttpRequest, { service }: SignedRequest): string =>
  service === 's3' && headers['x-amz-account-id'] !== undefined && path.startsWith('/v20180820/')
    ? 's3control'
    : service;

function protocolOf(request: HttpRequest, { protocols }: ServiceModel): ProtocolName {
  const spoken = spokenProtocol(request);
  if (spoken && protocols.includes(spoken)) return spoken;
  // EC2's forms look like those of the query protocol.
  if (spoken === 'query' && protocols.includes('ec2-query')) return 'ec2-query';
  const rest = protocols.find((protocol) => protocol.startsWith('rest-'));
  return rest ?? spoken ?? 'rest-json';
}
