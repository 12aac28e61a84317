import type { HttpRequest } from '../http-message.ts';
import type { ProtocolName } from '../service-model.ts';
import { cbor } from './cbor.ts';
import { ec2Query } from './ec2-query.ts';
import { json } from './json.ts';
import type { Protocol } from './protocol.ts';
import { query } from './query.ts';
import { restJson } from './rest-json.ts';
import { restXml } from './rest-xml.ts';

export const protocols: Readonly<Record<ProtocolName, Protocol>> = {
  json,
  query,
  'ec2-query': ec2Query,
  cbor,
  'rest-json': restJson,
  'rest-xml': restXml,
};

/** The protocol a request is written in, as far as it shows; undefined for REST. */
export function spokenProtocol({ headers, query: parameters }: HttpRequest): ProtocolName | undefined {
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') return 'cbor';
  if (headers['x-amz-target'] !== undefined) return 'json';
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return isForm || parameters.has('Action') ? 'query' : undefined;
}
