import type { Call } from '../../endpoint/operation.ts';
import { partitionOf } from '../../endpoint/partition.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { invalidParameter, notFound } from './lambda-error.ts';
import { functionsOf, LATEST, type LambdaFunction } from './store.ts';

/** `name`, `name:qualifier`, `account:function:name`, or the whole ARN. */
const FUNCTION_NAME =
  /^(?:arn:[^:]+:lambda:(?<region>[^:]+):)?(?:(?<accountId>\d{12}):)?(?:function:)?(?<name>[\w-]{1,64})(?::(?<qualifier>[\w$-]+))?$/;

export const functionArn = (accountId: string, region: string, name: string): string =>
  `arn:${partitionOf(region)}:lambda:${region}:${accountId}:function:${name}`;

/** The function an ARN names, whatever account and Region it is in. */
export function lookUpFunction(world: World, arn: string): LambdaFunction | undefined {
  const { region, accountId, name, qualifier = LATEST } = FUNCTION_NAME.exec(arn)?.groups ?? {};
  if (!region || !accountId || !name) return undefined;
  return versionOf(functionsOf(world, accountId, region).get(name), qualifier);
}

/** A function's version by its number or by an alias. */
const versionOf = (fn: LambdaFunction | undefined, qualifier: string): LambdaFunction | undefined =>
  qualifier === LATEST ? fn : (fn?.versions.get(qualifier) ?? fn?.aliases.get(qualifier)?.target);

/** Other accounts' functions can be named; whether the caller may do something with them is another question. */
export function functionNamed(text: string | undefined, call: Call, qualifier?: string): LambdaFunction {
  const parts = FUNCTION_NAME.exec(text ?? '')?.groups;
  if (!parts?.name) {
    throw new ServiceError(
      'ValidationException',
      `Value '${text}' at 'functionName' is not a valid function name.`,
    );
  }
  const { region = call.region, accountId = call.accountId, name } = parts;
  const arn = functionArn(accountId, region, name);
  const version = qualifier ?? parts.qualifier ?? LATEST;
  const fn = region === call.region ? functionsOf(call.world, accountId, region).get(name) : undefined;
  const found = versionOf(fn, version);
  if (found) return found;
  throw notFound(`Function not found: ${arn}${version === LATEST ? '' : `:${version}`}`);
}

/**
 * The caller's own function.
 * @throws ServiceError `ResourceNotFoundException`, `AccessDeniedException` for another account's
 */
export function findFunction(text: string | undefined, call: Call, qualifier?: string): LambdaFunction {
  const found = functionNamed(text, call, qualifier);
  if (found.accountId === call.accountId) return found;
  throw new ServiceError(
    'AccessDeniedException',
    `User: ${call.caller.arn} is not authorized to perform this action on resource: ${found.arn}`,
    403,
  );
}

/**
 * The caller's own function as it is now, which alone can be changed.
 * @throws ServiceError `ResourceNotFoundException`, `InvalidParameterValueException` for a version or an alias
 */
export function findLatest(text: string | undefined, call: Call): LambdaFunction {
  const found = findFunction(text, call);
  if (found.version === LATEST) return found;
  throw invalidParameter(
    `Function version ${found.version} of ${found.name} cannot be changed, only ${LATEST}.`,
  );
}
