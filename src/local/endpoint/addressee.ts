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
  const name = signed?.service ?? unsigned?.service ?? '';
  const service = serviceModel(name) ?? nobody(name);
  return {
    service,
    protocol: protocolOf(request, service),
    ...(signed && { signed }),
    ...(unsigned && { unsigned }),
  };
}

function protocolOf(request: HttpRequest, { protocols }: ServiceModel): ProtocolName {
  const spoken = spokenProtocol(request);
  if (spoken && protocols.includes(spoken)) return spoken;
  const rest = protocols.find((protocol) => protocol.startsWith('rest-'));
  return rest ?? spoken ?? 'rest-json';
}
