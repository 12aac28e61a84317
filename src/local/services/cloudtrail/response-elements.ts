import type { FinishedCall } from '../../endpoint/operation.ts';
import { lowerCamel } from './casing.ts';
import { ec2Elements } from './ec2-records.ts';
import { isReadOnly } from './management-events.ts';
import { capped } from './record-limits.ts';

type Elements = Readonly<Record<string, unknown>>;

/** What a record says of a call's output: null for reads, failures, all of S3, and empty answers. */
export function responseElementsOf(finished: FinishedCall): Elements | null {
  const { service, operation, output, error } = finished;
  // Handing out credentials is the one read whose answer is recorded.
  const isRecorded = operation.startsWith('AssumeRole') || !isReadOnly(operation);
  if (error || !isRecorded || service === 's3' || service === 's3control') return null;
  if (service === 'ec2') return capped(ec2Elements(finished), 'responseElements');
  const elements = withoutSecrets(lowerCamel(output ?? {})) as Elements;
  return Object.keys(elements).length > 0 ? capped(elements, 'responseElements') : null;
}

/** The secret of an access key and the token of a grant are told to who asked only, a function's environment in no record. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'secretAccessKey' && name !== 'grantToken')
      .map(([name, member]) => [name, name === 'environment' ? {} : withoutSecrets(member)]),
  );
}
