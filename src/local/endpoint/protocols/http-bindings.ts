import type { HttpRequest, HttpResponse } from '../http-message.ts';
import { readText, type Schema, traitsOf, writeHeader } from '../schemas.ts';
import type { OperationModel } from '../service-model.ts';
import type { FoundRoute } from './rest-routes.ts';

/** How a REST protocol writes and reads what is in the body. */
export interface BodyFormat {
  readonly contentType: string;
  read(schema: Schema, text: string): unknown;
  write(schema: Schema, value: unknown): string | Uint8Array;
  /** Whether an answer without body members still has a body (`{}`). */
  readonly writesEmpty: boolean;
}

/** Puts an input together from a request's labels, query, headers and body. */
export function readBindings(
  { operation, labels }: FoundRoute,
  request: HttpRequest,
  format: BodyFormat,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const inBody: string[] = [];
  for (const [name, member] of operation.input.structIterator()) {
    if (isBodyMember(member)) {
      inBody.push(name);
      continue;
    }
    const value = readBound(name, member, labels, request, format);
    if (value !== undefined) input[name] = value;
  }
  if (inBody.length === 0 || request.body.length === 0) return input;
  const body = format.read(operation.input, request.body.toString());
  if (typeof body !== 'object' || body === null) throw new TypeError('the body is not an object');
  const members = Object.entries(body).filter(([name]) => inBody.includes(name));
  return Object.assign(input, Object.fromEntries(members));
}

const bindings = [
  'httpLabel',
  'httpQuery',
  'httpHeader',
  'httpPrefixHeaders',
  'httpPayload',
  'httpResponseCode',
];
const isBodyMember = (member: Schema) => !bindings.some((binding) => traitsOf(member)[binding]);

function readBound(
  name: string,
  member: Schema,
  labels: ReadonlyMap<string, string>,
  request: HttpRequest,
  format: BodyFormat,
): unknown {
  const traits = traitsOf(member);
  if (traits.httpLabel) return readOptional(member, labels.get(name));
  if (traits.httpQuery) return readQueryParameter(member, request.query.getAll(String(traits.httpQuery)));
  if (traits.httpHeader)
    return readOptional(member, request.headers[String(traits.httpHeader).toLowerCase()]);
  if (traits.httpPrefixHeaders) return readPrefixHeaders(String(traits.httpPrefixHeaders), request.headers);
  return readPayload(member, request.body, format);
}

const readOptional = (member: Schema, text: string | undefined) =>
  text === undefined ? undefined : readText(member, text, true);

function readQueryParameter(member: Schema, texts: readonly string[]): unknown {
  if (!member.isListSchema()) return readOptional(member, texts[0]);
  return texts.length > 0 ? texts.map((text) => readText(member.getValueSchema(), text, true)) : undefined;
}

function readPrefixHeaders(prefix: string, headers: HttpRequest['headers']): Record<string, string> {
  const start = prefix.toLowerCase();
  const found = Object.entries(headers).filter(([name]) => name.startsWith(start));
  return Object.fromEntries(found.map(([name, text]) => [name.slice(start.length), text]));
}

function readPayload(member: Schema, body: Buffer, format: BodyFormat): unknown {
  if (member.isBlobSchema()) return body;
  if (body.length === 0) return undefined;
  return member.isStringSchema() ? body.toString() : format.read(member, body.toString());
}

/** Spreads an output over status, headers and body. */
export function writeBindings(operation: OperationModel, output: unknown, format: BodyFormat): HttpResponse {
  const values = new Map(Object.entries(output ?? {}).filter(([, value]) => value != null));
  const headers: Record<string, string> = {};
  const inBody: Record<string, unknown> = {};
  let status = operation.http?.[2] ?? 200;
  let payload: { member: Schema; value: unknown } | undefined;
  for (const [name, member] of operation.output.structIterator()) {
    const value = values.get(name);
    if (value === undefined) continue;
    const traits = traitsOf(member);
    if (traits.httpHeader) headers[String(traits.httpHeader).toLowerCase()] = writeHeader(member, value);
    else if (traits.httpPrefixHeaders)
      Object.assign(headers, prefixed(String(traits.httpPrefixHeaders), value));
    else if (traits.httpResponseCode) status = Number(value);
    else if (traits.httpPayload) payload = { member, value };
    else inBody[name] = value;
  }
  const body = payload ? writePayload(payload, format) : writeBody(operation, inBody, status, format);
  return { status, headers: { ...body.headers, ...headers }, body: body.body };
}

const prefixed = (prefix: string, value: unknown) =>
  Object.fromEntries(Object.entries(Object(value)).map(([name, text]) => [prefix + name, String(text)]));

function writePayload({ member, value }: { member: Schema; value: unknown }, format: BodyFormat) {
  if (member.isBlobSchema()) {
    return { headers: { 'content-type': 'application/octet-stream' }, body: value as Uint8Array | string };
  }
  if (member.isStringSchema()) return { headers: { 'content-type': 'text/plain' }, body: String(value) };
  return { headers: { 'content-type': format.contentType }, body: format.write(member, value) };
}

function writeBody(
  { output: schema }: OperationModel,
  inBody: Record<string, unknown>,
  status: number,
  format: BodyFormat,
) {
  const hasBody = status !== 204 && (format.writesEmpty || Object.keys(inBody).length > 0);
  if (!hasBody) return { headers: {}, body: '' };
  const body = schema.isUnitSchema() ? '{}' : format.write(schema, inBody);
  return { headers: { 'content-type': format.contentType }, body };
}
