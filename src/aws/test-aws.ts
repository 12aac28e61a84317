import type { JsonObject } from '../domain/json.ts';
import type { AwsCall, CallAws } from './call-aws.ts';

/** An error as the SDK throws it. */
export function awsError(code: string, status = 400, headers: Readonly<Record<string, string>> = {}): Error {
  const error = new Error(`${code} it is`);
  error.name = code;
  return Object.assign(error, { $metadata: { httpStatusCode: status }, $response: { headers } });
}

type Answer = JsonObject | Error | ((input: JsonObject, region: string) => JsonObject | Error);

/** An AWS that gives these answers by operation, and remembers what it was asked. */
export function testAws(answers: Readonly<Record<string, Answer>>) {
  const asked: AwsCall[] = [];
  const callAws: CallAws = async (call) => {
    asked.push(call);
    const answer = answers[call.operation] ?? awsError('AccessDeniedException', 403);
    const given = typeof answer === 'function' ? answer(call.input, call.region) : answer;
    if (given instanceof Error) throw given;
    return given;
  };
  return { callAws, asked, operations: () => asked.map(({ operation }) => operation) };
}
