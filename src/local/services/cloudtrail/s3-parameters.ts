import type { FinishedCall } from '../../endpoint/operation.ts';
import { type Schema, traitsOf } from '../../endpoint/schemas.ts';
import type { OperationModel, ServiceModel } from '../../endpoint/service-model.ts';
import { serviceModel } from '../../endpoint/service-models.ts';
import { asRecordedXml } from './recorded-xml.ts';

type Parameters = Readonly<Record<string, unknown>>;

/**
 * S3 records the request as it was sent: host, sub-resource and query, `x-amz-` headers, and the XML of the body with its own
 * names.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html
 */
export function s3Parameters({ service, operation, input, call }: FinishedCall): Parameters {
  const values = Object(input) as Readonly<Record<string, unknown>>;
  const { Bucket, Key, AccountId } = values;
  const host = `${service === 's3control' ? `${AccountId}.s3-control` : 's3'}.${call.region}.amazonaws.com`;
  return {
    ...sentParameters(serviceModel(service), operation, values),
    ...(AccountId !== undefined && { accountId: AccountId }),
    ...(Bucket !== undefined && { bucketName: Bucket }),
    Host: Bucket === undefined ? host : `${Bucket}.${host}`,
    ...(Key !== undefined && { key: Key }),
  };
}

function sentParameters(
  service: ServiceModel | undefined,
  operation: string,
  values: Parameters,
): Parameters {
  const model = service?.operations.get(operation);
  if (!model) return {};
  const xmlns = service?.xmlNamespace;
  const members = [...model.input.structIterator()].filter(([name]) => values[name] !== undefined);
  return {
    ...Object.fromEntries(members.flatMap(([name, member]) => sentMember(name, member, values[name], xmlns))),
    ...fixedQuery(model),
  };
}

/** `PutBucketLifecycleConfiguration` is a request for `?lifecycle`. */
const fixedQuery = ({ http }: OperationModel) =>
  Object.fromEntries([...new URLSearchParams(http?.[1].split('?')[1])].filter(([name]) => name !== 'x-id'));

/** Headers that are secret, or that are about the body alone. */
const NOT_RECORDED = /customer-key$|checksum|^x-amz-(mfa|account-id)$/;

function sentMember(
  name: string,
  member: Schema,
  value: unknown,
  xmlns: string | undefined,
): (readonly [string, unknown])[] {
  const { httpPayload, httpQuery, httpHeader, xmlName } = traitsOf(member);
  if (typeof httpQuery === 'string') return [[httpQuery, String(value)]];
  if (typeof httpHeader === 'string') {
    const isRecorded = httpHeader.startsWith('x-amz-') && !NOT_RECORDED.test(httpHeader);
    return isRecorded ? [[httpHeader, String(value)]] : [];
  }
  if (!httpPayload || value instanceof Uint8Array) return [];
  if (name === 'Policy') return [['bucketPolicy', parse(String(value))]];
  if (!member.isStructSchema()) return [];
  return [[String(xmlName ?? name), { xmlns, ...Object(asRecordedXml(member, value)) }]];
}

function parse(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch {
    return policy;
  }
}
