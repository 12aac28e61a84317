import { randomUUID } from 'node:crypto';
import type { CreateFunctionRequest } from '@aws-sdk/client-lambda';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import type { World } from '../../endpoint/world.ts';
import { functionCode } from './code/function-code.ts';
import { functionArn } from './find-function.ts';
import { functionSettings } from './function-settings.ts';
import { conflict } from './lambda-error.ts';
import { publishVersion } from './publish-version.ts';
import { functionsOf, LATEST, type LambdaFunction } from './store.ts';
import { addTags } from './tags.ts';

/** @throws ServiceError `InvalidParameterValueException`, `ResourceConflictException` */
export function createFunction(
  world: World,
  accountId: string,
  region: string,
  definition: CreateFunctionRequest,
): LambdaFunction {
  refuseUnsupported(definition, 'PublishTo', 'CodeSigningConfigArn', 'TenancyConfig');
  if (definition.PackageType === 'Image') throw unsupported('functions of container images');
  const name = plainName(definition.FunctionName, functionArn(accountId, region, ''));
  const functions = functionsOf(world, accountId, region);
  if (functions.has(name)) throw conflict(`Function already exist: ${name}`);
  const created: LambdaFunction = {
    name,
    arn: functionArn(accountId, region, name),
    accountId,
    region,
    tags: new Map(),
    permissions: new Map(),
    settings: functionSettings(definition, { world, name }),
    code: functionCode(definition.Code ?? {}),
    modifiedAt: world.clock.now(),
    revisionId: randomUUID(),
    reservedConcurrency: undefined,
    eventInvokeConfig: undefined,
    recursiveLoop: 'Terminate',
    version: LATEST,
    versions: new Map(),
    aliases: new Map(),
    versionsMade: 0,
  };
  addTags(created.tags, definition.Tags ?? {});
  functions.set(name, created);
  return definition.Publish ? publishVersion(world, created) : created;
}

/** A new function may be named by its future ARN as well. */
function plainName(text: string | undefined, arnWithoutName: string): string {
  const name = text?.startsWith(arnWithoutName) ? text.slice(arnWithoutName.length) : text;
  if (name && /^[\w-]{1,64}$/.test(name)) return name;
  throw new ServiceError(
    'ValidationException',
    `Value '${text}' at 'functionName' is not a valid function name.`,
  );
}
