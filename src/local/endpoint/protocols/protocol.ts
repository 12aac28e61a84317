import type { HttpRequest, HttpResponse } from '../http-message.ts';
import type { OperationModel, ServiceModel } from '../service-model.ts';
import type { WireError } from '../wire-error.ts';

/** One request and its answer, as a protocol sees them. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly service: ServiceModel;
  readonly requestId: string;
}

/** What a request asks for. */
export interface ReadCall {
  readonly operation: OperationModel;
  readonly input: unknown;
}

/** One of AWS's wire protocols, seen from the server's side. */
export interface Protocol {
  /**
   * Finds the operation and reads its input.
   * @throws ServiceError for an unknown operation; anything else that is thrown means that the input is not readable
   */
  read(exchange: Exchange): ReadCall;
  write(exchange: Exchange, operation: OperationModel, output: unknown): HttpResponse;
  writeError(exchange: Exchange, error: WireError): HttpResponse;
}
