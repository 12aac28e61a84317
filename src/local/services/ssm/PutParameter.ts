import type { PutParameterRequest, PutParameterResult } from '@aws-sdk/client-ssm';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { tellChange } from './change-event.ts';
import { arnOf, checkName } from './name.ts';
import { parametersOf, type StoredParameter } from './store.ts';
import { addTags } from './tags.ts';
import { checkValue } from './value.ts';

/** Parameter Store keeps this many versions of a parameter; an older one gives way. */
const KEPT_VERSIONS = 100;

export const PutParameter: Operation<PutParameterRequest, PutParameterResult> = (input, call) => {
  const parameters = parametersOf(call);
  const name = nameIn(input, call);
  const existing = parameters.get(name);
  check(input, existing);
  const parameter = existing ?? { name, arn: arnOf(name, call), versions: [], tags: new Map() };
  const version = nextVersion(input, parameter, call);
  const versions = [...parameter.versions, version].slice(-KEPT_VERSIONS);
  if (input.Tags) addTags(parameter.tags, input.Tags);
  const stored = { ...parameter, versions };
  parameters.set(name, stored);
  tellChange(stored, existing ? 'Update' : 'Create', call);
  return { Version: version.version, Tier: version.tier };
};

function nameIn({ Name = '' }: PutParameterRequest, call: Call): string {
  const name = /^arn:[^:]+:ssm:[^:]*:\d*:parameter/.test(Name) ? nameOfArn(Name, call) : Name;
  checkName(name, call);
  return name;
}

const nameOfArn = (arn: string, call: Call) =>
  [...parametersOf(call).values()].find((parameter) => parameter.arn === arn)?.name ??
  arn.slice(arn.indexOf(':parameter') + ':parameter'.length);

function check(input: PutParameterRequest, existing: StoredParameter | undefined): void {
  refuseUnsupported(input, 'KeyId', 'Policies');
  if (input.Type === 'SecureString') throw unsupported('parameters of type SecureString');
  if (input.DataType && input.DataType !== 'text') throw unsupported(`the data type ${input.DataType}`);
  if (existing) checkOverwrite(input, existing);
  else if (!input.Type) throw invalid('A parameter type is required when you create a parameter.');
}

function checkOverwrite(input: PutParameterRequest, existing: StoredParameter): void {
  if (!input.Overwrite) {
    throw new ServiceError(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
  }
  if (input.Tags?.length) throw invalid("Invalid request: tags and overwrite can't be used together.");
  const current = existing.versions.at(-1);
  if (input.Type && current && input.Type !== current.type) {
    throw new ServiceError(
      'HierarchyTypeMismatchException',
      `The parameter is of type ${current.type}; a type cannot be changed.`,
    );
  }
  if (input.Tier === 'Standard' && current?.tier === 'Advanced') {
    throw invalid('This parameter uses the advanced-parameter tier. It cannot be downgraded to standard.');
  }
}

function nextVersion(input: PutParameterRequest, { versions }: StoredParameter, call: Call) {
  const current = versions.at(-1);
  const asked = current?.tier === 'Advanced' ? { ...input, Tier: current.tier } : input;
  return {
    version: (current?.version ?? 0) + 1,
    value: input.Value ?? '',
    type: input.Type ?? current?.type ?? 'String',
    tier: checkValue(asked),
    description: input.Description,
    allowedPattern: input.AllowedPattern,
    modifiedAt: call.world.clock.now(),
    modifiedBy: call.caller.arn,
  };
}

const invalid = (message: string) => new ServiceError('ValidationException', message);
