import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { unsupported } from '../../endpoint/unsupported.ts';
import { type ParameterVersion, parametersOf, type StoredParameter } from './store.ts';

export interface FoundVersion {
  readonly parameter: StoredParameter;
  readonly version: ParameterVersion;
  /** `:3` when a version was asked for. */
  readonly selector?: string;
}

/**
 * Finds a parameter by name or ARN.
 * @throws ServiceError `ParameterNotFound`
 */
export function findParameter(nameOrArn: string, call: Call): StoredParameter {
  const parameters = parametersOf(call);
  const parameter =
    parameters.get(nameOrArn) ?? [...parameters.values()].find(({ arn }) => arn === nameOrArn);
  if (!parameter) throw new ServiceError('ParameterNotFound', `Parameter ${nameOrArn} not found.`);
  return parameter;
}

/**
 * Finds the version a reader asked for: `name`, `name:version`, or either with the ARN; the newest by default.
 * @throws ServiceError `ParameterNotFound`, `ParameterVersionNotFound`
 */
export function findVersion(asked: string, call: Call): FoundVersion {
  const [, nameOrArn, selector] = /^(.+):([^:/]+)$/.exec(asked) ?? [];
  if (!nameOrArn || !selector) return newest(findParameter(asked, call));
  if (!/^\d+$/.test(selector)) throw unsupported('labels of parameters');
  const parameter = findParameter(nameOrArn, call);
  const version = parameter.versions.find((candidate) => candidate.version === Number(selector));
  if (version) return { parameter, version, selector: `:${selector}` };
  throw new ServiceError(
    'ParameterVersionNotFound',
    `Systems Manager could not find version ${selector} of ${parameter.name}. Verify the version and try again.`,
  );
}

export function newest(parameter: StoredParameter): FoundVersion {
  const version = parameter.versions.at(-1);
  if (!version) throw new Error(`Parameter ${parameter.name} has no version`);
  return { parameter, version };
}
