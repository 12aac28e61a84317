import type { FinishedCall } from '../../endpoint/operation.ts';
import { lowerCamel } from './casing.ts';
import { ec2Parameters } from './ec2-records.ts';
import { errorCodeOf } from './error-code.ts';
import { kmsParameters } from './kms-parameters.ts';
import { capped } from './record-limits.ts';
import { s3Parameters } from './s3-parameters.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** Services whose records of a denied call still say what was asked for. */
const KEEP_WHEN_DENIED: readonly string[] = ['s3', 's3control', 'guardduty'];
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** What a record says of a call's input: null for a denied call of most services, and for an empty one. */
export function requestParametersOf(finished: FinishedCall): Parameters | null {
  const { service, operation, input } = finished;
  if (errorCodeOf(finished) === 'AccessDenied' && !KEEP_WHEN_DENIED.includes(service)) return null;
  const parameters =
    writers.get(service)?.(finished) ??
    withoutSecrets(service, operation, lowerCamel(input ?? {}) as Parameters);
  return Object.keys(parameters).length > 0 ? capped(parameters, 'requestParameters') : null;
}

/** Services that record the request as it was on the wire. */
const writers = new Map<string, (finished: FinishedCall) => Parameters>([
  ['ec2', ec2Parameters],
  ['s3', s3Parameters],
  ['s3control', s3Parameters],
]);

/** Lambda leaves code and environment out, Systems Manager the values of parameters, KMS tokens and passwords. */
function withoutSecrets(service: string, operation: string, parameters: Parameters): Parameters {
  if (service === 'ssm' && 'value' in parameters) return { ...parameters, value: HIDDEN };
  if (service === 'kms') return kmsParameters(operation, parameters);
  if (service !== 'lambda') return parameters;
  const { zipFile: _code, ...rest } = parameters;
  return {
    ...rest,
    ...('environment' in rest && { environment: {} }),
    ...('code' in rest && { code: { ...(rest.code as Parameters), zipFile: undefined } }),
  };
}
