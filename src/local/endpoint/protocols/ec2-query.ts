import { type Schema, traitsOf, writeXmlContent } from '../schemas.ts';
import { ServiceError } from '../service-error.ts';
import type { ServiceModel } from '../service-model.ts';
import { unsupported } from '../unsupported.ts';
import type { Protocol } from './protocol.ts';
import { formOf } from './query.ts';
import { type FormStyle, readQuery } from './query-form.ts';
import { xmlText } from './xml-text.ts';

/**
 * EC2's own query protocol: all lists are flat, names begin with a capital, answers have no result element, and errors lie in
 * `Response`.
 * @see https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html
 */
export const ec2Query: Protocol = {
  read({ request, service }) {
    const form = formOf(request);
    const action = form.get('Action') ?? '';
    const operation = service.operations.get(action);
    if (!operation) throw notFound(action, service);
    return { operation, input: readQuery(operation.input, form, style) };
  },

  write({ requestId, service }, { name, output: schema }, output) {
    const id = `<requestId>${requestId}</requestId>`;
    const content = schema.isUnitSchema() ? '<return>true</return>' : writeXmlContent(schema, output ?? {});
    const root = `${name}Response xmlns="${service.xmlNamespace}"`;
    return { status: 200, headers, body: `${declaration}<${root}>${id}${content}</${name}Response>` };
  },

  writeError({ requestId }, { name, message, shapeStatus }) {
    const error = `<Error><Code>${xmlText(name)}</Code><Message>${xmlText(message)}</Message></Error>`;
    const body = `${declaration}<Response><Errors>${error}</Errors><RequestID>${requestId}</RequestID></Response>`;
    return { status: shapeStatus, headers, body };
  },
};

const notFound = (action: string, { name, isPartial }: ServiceModel): ServiceError =>
  isPartial
    ? unsupported(`${name}:${action}`)
    : new ServiceError('InvalidAction', `The action ${action} is not valid for this web service.`);

const headers = { 'content-type': 'text/xml;charset=UTF-8' };
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const style: FormStyle = { nameOf: ec2QueryName, hasFlatLists: true };

/** What a member is called in a form. @param name of the member in the schema */
export function ec2QueryName(member: Schema, name: string): string {
  const { ec2QueryName: own, xmlName } = traitsOf(member);
  if (own) return String(own);
  const inXml = String(xmlName ?? name);
  return inXml.charAt(0).toUpperCase() + inXml.slice(1);
}
