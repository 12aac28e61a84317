import { invalidParameter } from './lambda-error.ts';

/** All names and values together. */
const MAX_BYTES = 4096;

/**
 * Names that Lambda sets itself and lets nobody else set.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
const RESERVED = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);

/** @throws ServiceError `InvalidParameterValueException` */
export function checkVariables(variables: ReadonlyMap<string, string>): void {
  const names = [...variables.keys()];
  const reserved = names.filter((name) => RESERVED.has(name));
  if (reserved.length > 0) {
    throw invalidParameter(
      `Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    );
  }
  const misnamed = names.find((name) => !/^[A-Za-z]\w+$/.test(name));
  if (misnamed !== undefined)
    throw invalidParameter(`'${misnamed}' is not a valid name of an environment variable.`);
  if (Buffer.byteLength(JSON.stringify(Object.fromEntries(variables))) > MAX_BYTES) {
    throw invalidParameter(
      `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the ${MAX_BYTES / 1024}KB limit.`,
    );
  }
}
