import type { FinishedCall } from '../../endpoint/operation.ts';

/** Lists whose elements S3's XML names in the singular. */
const elementNames = new Map([
  ['NoncurrentVersionTransitions', 'NoncurrentVersionTransition'],
  ['Rules', 'Rule'],
  ['TagSet', 'Tag'],
  ['Tags', 'Tag'],
  ['Transitions', 'Transition'],
]);

/**
 * S3 records the request as it was sent: host, sub-resource, and the XML of the body with its own names. A list
 * of one element is that element.
 */
export function s3Parameters({ operation, input, call }: FinishedCall): Readonly<Record<string, unknown>> {
  const { Bucket, Policy, ...others } = input as { readonly Bucket?: string; readonly Policy?: string };
  const host = `s3.${call.region}.amazonaws.com`;
  if (!Bucket) return { Host: host };
  const bodies = Object.entries(others).filter(([, member]) => typeof member === 'object' && member !== null);
  return {
    ...(Policy !== undefined && { bucketPolicy: parse(Policy) }),
    ...Object.fromEntries(bodies.map(([name, body]) => [name, asXml(body)])),
    bucketName: Bucket,
    Host: `${Bucket}.${host}`,
    ...subResourceOf(operation),
  };
}

/** `PutBucketLifecycleConfiguration` is a request for `?lifecycle`. */
function subResourceOf(operation: string): Readonly<Record<string, string>> {
  if (operation === 'GetObjectLockConfiguration') return { 'object-lock': '' };
  const name = operation
    .replace(/^(Get|Put|Delete|Create|Head|List)(Buckets?)?/, '')
    .replace(/Configuration$/, '');
  return name ? { [name.charAt(0).toLowerCase() + name.slice(1)]: '' } : {};
}

function asXml(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? asXml(value[0]) : value.map(asXml);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [elementNames.get(name) ?? name, asXml(member)]));
}

function parse(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch {
    return policy;
  }
}
