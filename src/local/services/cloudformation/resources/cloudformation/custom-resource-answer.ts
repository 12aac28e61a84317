import { ServiceError } from '../../../../endpoint/service-error.ts';
import type { JsonObject } from '../../template/json-object.ts';
import { isJsonObject } from '../../template/json-object.ts';

export interface CustomResourceAnswer {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason: string;
  readonly PhysicalResourceId: string | undefined;
  readonly Data: JsonObject;
}

/** What an answer must repeat of its request. */
interface Repeated {
  readonly RequestId: string;
  readonly StackId: string;
  readonly LogicalResourceId: string;
}

/** @throws ServiceError when the answer is not one that CloudFormation accepts */
export function readAnswer(body: string | undefined, repeated: Repeated): CustomResourceAnswer {
  const answer = parse(body);
  for (const [name, value] of Object.entries(repeated)) {
    if (answer[name] !== value)
      throw invalid(`Value of property ${name} in response object is not that of the request`);
  }
  const { Status, Reason, PhysicalResourceId, Data = {} } = answer;
  if (Status !== 'SUCCESS' && Status !== 'FAILED')
    throw invalid('Value of property Status must be SUCCESS or FAILED');
  if (Status === 'FAILED' && !Reason)
    throw invalid('Value of property Reason must be given with Status FAILED');
  if (!isJsonObject(Data ?? {})) throw invalid('Value of property Data must be an object');
  return {
    Status,
    Reason: String(Reason ?? ''),
    PhysicalResourceId: typeof PhysicalResourceId === 'string' ? PhysicalResourceId : undefined,
    Data: isJsonObject(Data) ? Data : {},
  };
}

function parse(body: string | undefined): JsonObject {
  if (body === undefined) throw new ServiceError('InvalidResponse', 'Response object is too long.');
  try {
    const answer: unknown = JSON.parse(body);
    if (isJsonObject(answer)) return answer;
  } catch {
    throw invalid('it is no JSON');
  }
  throw invalid('it is no JSON object');
}

const invalid = (why: string) => new ServiceError('InvalidResponse', `Invalid response object: ${why}`);
