/**
 * A name, and the one that stands inside it, by which the thing is known: a subscription's ARN begins with its topic's, a
 * function may be named with a version or an alias behind it, a stack's name stands before its id, and CloudWatch Logs refuses what is done to a
 * log group as something done to its streams.
 */
export function withImplied(target: string): readonly string[] {
  const implied = FORMS.flatMap((form) => form.exec(target)?.[1] ?? []);
  return [target, ...implied];
}

const FORMS: readonly RegExp[] = [
  /^(arn:[\w-]+:sns:[^:]*:\d*:[^:]+):[^:]+$/,
  // @see https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
  /^(arn:[\w-]+:lambda:[^:]*:\d*:function:[^:]+):[^:]+$/,
  /^(\d{12}:function:[^:]+):[^:]+$/,
  /^([\w-]+):(?:\$LATEST|[\w-]+)$/,
  /^(arn:[\w-]+:logs:[^:]*:\d*:log-group:[^:]+):log-stream:/,
  /^arn:[\w-]+:cloudformation:[^:]*:\d*:stack\/([^/]+)\//,
];
