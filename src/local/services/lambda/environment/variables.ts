import { tmpdir } from 'node:os';
import { ServiceError } from '../../../endpoint/service-error.ts';
import type { World } from '../../../endpoint/world.ts';
import { sessionForRole } from '../../iam/sessions.ts';
import type { LambdaFunction } from '../store.ts';

interface Place {
  readonly runtimeApi: string;
  readonly runtimeFolder: string;
  readonly taskFolder: string;
  readonly modules: string;
  readonly logStreamName: string;
}

/** An address that nobody has. @see https://www.rfc-editor.org/rfc/rfc5737 */
const NOWHERE = 'http://192.0.2.1';

/**
 * The environment variables a function sees, credentials aside: what Lambda sets, and its own.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export function environmentVariables(world: World, fn: LambdaFunction, place: Place): Record<string, string> {
  const { settings } = fn;
  return {
    ...ofTheMachine(),
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    ...Object.fromEntries(settings.variables),
    _HANDLER: settings.handler,
    AWS_REGION: fn.region,
    AWS_DEFAULT_REGION: fn.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${settings.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: fn.version,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_FORMAT: settings.logging.format,
    ...(settings.logging.applicationLevel && { AWS_LAMBDA_LOG_LEVEL: settings.logging.applicationLevel }),
    AWS_LAMBDA_LOG_GROUP_NAME: settings.logging.group,
    AWS_LAMBDA_LOG_STREAM_NAME: place.logStreamName,
    AWS_LAMBDA_RUNTIME_API: place.runtimeApi,
    LAMBDA_RUNTIME_DIR: place.runtimeFolder,
    LAMBDA_TASK_ROOT: place.taskFolder,
    NODE_PATH: place.modules,
    // The one difference: AWS is here. From inside a VPC nothing leads to it.
    ...(world.endpointUrl && { AWS_ENDPOINT_URL: settings.vpc ? NOWHERE : world.endpointUrl }),
  };
}

/** @throws ServiceError `AccessDeniedException` when Lambda may not assume the function's role */
export function credentials(world: World, fn: LambdaFunction): Record<string, string> {
  const session = assumeRole(world, fn);
  return {
    AWS_ACCESS_KEY_ID: session.accessKeyId,
    AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
    AWS_SESSION_TOKEN: session.sessionToken,
  };
}

function assumeRole(world: World, { settings, name, arn, accountId }: LambdaFunction) {
  try {
    const source = { sourceArn: arn, sourceAccount: accountId };
    return sessionForRole(world, settings.role, name, 'lambda.amazonaws.com', source);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new ServiceError(
      'AccessDeniedException',
      'The role defined for the function cannot be assumed by Lambda.',
      403,
    );
  }
}

/** What a process needs in order to start; nothing else of this one's environment is a function's business. */
function ofTheMachine(): Record<string, string> {
  const { PATH = '', SystemRoot } = process.env;
  const folder = tmpdir();
  return { PATH, TMPDIR: folder, TEMP: folder, TMP: folder, ...(SystemRoot && { SystemRoot }) };
}
