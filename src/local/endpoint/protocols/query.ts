import { writeXmlContent } from '../schemas.ts';
import { ServiceError } from '../service-error.ts';
import type { OperationModel } from '../service-model.ts';
import type { Exchange, Protocol } from './protocol.ts';
import { readQuery } from './query-form.ts';
import { xmlText } from './xml-text.ts';

/**
 * The query protocol: a form with an `Action`, in the body or (for links in e-mails) in the URL; the answer is XML.
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export const query: Protocol = {
  read({ request, service }) {
    const form = formOf(request);
    const operation = service.operations.get(form.get('Action') ?? '');
    if (!operation) {
      throw new ServiceError(
        'InvalidAction',
        `Could not find operation ${form.get('Action')} of ${service.name}.`,
      );
    }
    return { operation, input: readQuery(operation.input, form) };
  },

  write(exchange, operation, output) {
    const { name } = operation;
    const metadata = `<ResponseMetadata><RequestId>${exchange.requestId}</RequestId></ResponseMetadata>`;
    const root = `${name}Response xmlns="${exchange.service.xmlNamespace}"`;
    const body = `<${root}>${resultOf(operation, output)}${metadata}</${name}Response>`;
    return { status: 200, headers, body };
  },

  writeError({ service, requestId }, { queryCode, message, shapeStatus }) {
    const type = `<Type>${shapeStatus < 500 ? 'Sender' : 'Receiver'}</Type>`;
    const error = `<Error>${type}<Code>${xmlText(queryCode)}</Code><Message>${xmlText(message)}</Message></Error>`;
    const root = `ErrorResponse xmlns="${service.xmlNamespace ?? ''}"`;
    const body = `<${root}>${error}<RequestId>${requestId}</RequestId></ErrorResponse>`;
    return { status: shapeStatus, headers, body };
  },
};

const headers = { 'content-type': 'text/xml' };

/** The form of a request, wherever it is. */
export const formOf = (request: Exchange['request']): URLSearchParams =>
  request.body.length > 0 ? new URLSearchParams(request.body.toString()) : request.query;

function resultOf({ name, output: schema }: OperationModel, output: unknown): string {
  if (schema.isUnitSchema()) return '';
  return `<${name}Result>${writeXmlContent(schema, output ?? {})}</${name}Result>`;
}
