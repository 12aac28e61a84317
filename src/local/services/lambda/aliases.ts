import { randomUUID } from 'node:crypto';
import type { AliasConfiguration, CreateAliasRequest } from '@aws-sdk/client-lambda';
import type { Call } from '../../endpoint/operation.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { findLatest } from './find-function.ts';
import { invalidParameter, notFound } from './lambda-error.ts';
import { qualified } from './publish-version.ts';
import { type Alias, LATEST, type LambdaFunction } from './store.ts';

type AliasSettings = Partial<
  Pick<CreateAliasRequest, 'Description' | 'FunctionVersion' | 'RoutingConfig'>
> & {
  readonly Name: string;
};

/**
 * An alias as a request asks for it; what it leaves out stays as it was. Permissions stay whatever it stands for.
 * @throws ServiceError `ResourceNotFoundException`, `InvalidParameterValueException`
 */
export function aliasFrom(fn: LambdaFunction, input: AliasSettings, current?: Alias): Alias {
  refuseUnsupported(input, 'RoutingConfig');
  const { Name: name, FunctionVersion = current?.target.version ?? '' } = input;
  // A name of digits alone would be a version.
  if (!/^(?!\d+$)[\w-]{1,128}$/.test(name)) throw invalidParameter(`The alias name '${name}' is not valid.`);
  if (FunctionVersion === LATEST) throw unsupported(`aliases of ${LATEST}`);
  const version = fn.versions.get(FunctionVersion);
  if (!version) throw notFound(`Function not found: ${fn.arn}:${FunctionVersion}`);
  return {
    name,
    description: input.Description ?? current?.description ?? '',
    revisionId: randomUUID(),
    target: qualified(fn, version, name, current?.target.permissions ?? new Map()),
  };
}

/** @throws ServiceError `ResourceNotFoundException` */
export function findAlias(
  {
    FunctionName,
    Name = '',
  }: { readonly FunctionName?: string | undefined; readonly Name?: string | undefined },
  call: Call,
): { fn: LambdaFunction; alias: Alias } {
  const fn = findLatest(FunctionName, call);
  const alias = fn.aliases.get(Name);
  if (!alias) throw notFound(`Alias not found: ${fn.arn}:${Name}`);
  return { fn, alias };
}

export const aliasConfiguration = ({ name, description, revisionId, target }: Alias): AliasConfiguration => ({
  AliasArn: target.arn,
  Name: name,
  FunctionVersion: target.version,
  Description: description,
  RevisionId: revisionId,
});
