import type { CreateFunctionRequest, LoggingConfig, TracingMode } from '@aws-sdk/client-lambda';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import type { World } from '../../endpoint/world.ts';
import { roleTrustsService } from '../iam/trust.ts';
import { checkVariables } from './environment-variables.ts';
import { invalidParameter } from './lambda-error.ts';
import { type LoggingSettings, loggingSettings } from './logging-settings.ts';
import { checkNetworkRights, type VpcSettings, vpcSettings } from './vpc.ts';

/** How a function runs, checked and with Lambda's defaults. */
export interface FunctionSettings {
  readonly runtime: 'nodejs22.x' | 'nodejs24.x';
  readonly handler: string;
  readonly role: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly storageMb: number;
  readonly variables: ReadonlyMap<string, string>;
  readonly logging: LoggingSettings;
  readonly architecture: 'x86_64' | 'arm64';
  readonly tracing: TracingMode;
  /** The queue that gets events given up on. */
  readonly deadLetterArn: string | undefined;
  /** Encrypts the environment variables. */
  readonly kmsKeyArn: string | undefined;
  readonly vpc: VpcSettings | undefined;
}

/** What requests may say about it. */
export type SettingsInput = Partial<
  Pick<
    CreateFunctionRequest,
    | 'Runtime'
    | 'Handler'
    | 'Role'
    | 'Description'
    | 'Timeout'
    | 'MemorySize'
    | 'EphemeralStorage'
    | 'Environment'
    | 'LoggingConfig'
    | 'Architectures'
    | 'TracingConfig'
    | 'DeadLetterConfig'
    | 'KMSKeyArn'
    | 'VpcConfig'
    | 'Layers'
    | 'FileSystemConfigs'
    | 'SnapStart'
    | 'ImageConfig'
    | 'CapacityProviderConfig'
    | 'DurableConfig'
  >
>;

interface Owner {
  readonly world: World;
  readonly name: string;
}

/**
 * Settings as a request asks for them; what it leaves out stays as it was.
 * @throws ServiceError `InvalidParameterValueException`, `NotImplemented` by name
 */
export function functionSettings(
  input: SettingsInput,
  owner: Owner,
  current?: FunctionSettings,
): FunctionSettings {
  refuse(input);
  const settings: FunctionSettings = {
    runtime: runtimeOf(input.Runtime ?? current?.runtime),
    handler: input.Handler ?? current?.handler ?? '',
    role: input.Role ?? current?.role ?? '',
    description: input.Description ?? current?.description ?? '',
    timeoutSeconds: input.Timeout ?? current?.timeoutSeconds ?? 3,
    memoryMb: input.MemorySize ?? current?.memoryMb ?? 128,
    storageMb: input.EphemeralStorage?.Size ?? current?.storageMb ?? 512,
    variables: variablesOf(input, current),
    logging: logging(input.LoggingConfig, owner.name, current),
    architecture: architectureOf(input, current),
    tracing: input.TracingConfig?.Mode ?? current?.tracing ?? 'PassThrough',
    deadLetterArn: deadLetterOf(input, current),
    kmsKeyArn: keyOf(input, current),
    vpc: vpcSettings(input.VpcConfig, current?.vpc),
  };
  check(settings, owner.world);
  return settings;
}

function refuse(input: SettingsInput): void {
  refuseUnsupported(
    input,
    'Layers',
    'FileSystemConfigs',
    'ImageConfig',
    'CapacityProviderConfig',
    'DurableConfig',
  );
  if (input.SnapStart && input.SnapStart.ApplyOn !== 'None') throw unsupported('SnapStart');
}

const runtimeOf = (runtime: string | undefined) => {
  if (runtime === 'nodejs22.x' || runtime === 'nodejs24.x') return runtime;
  throw unsupported(`the runtime ${runtime}; it runs nodejs22.x and nodejs24.x`);
};

function variablesOf({ Environment }: SettingsInput, current: FunctionSettings | undefined) {
  if (!Environment) return current?.variables ?? new Map();
  const variables = new Map(Object.entries(Environment.Variables ?? {}));
  checkVariables(variables);
  return variables;
}

const logging = (input: LoggingConfig | undefined, name: string, current: FunctionSettings | undefined) =>
  input || !current ? loggingSettings(input ?? {}, name) : current.logging;

function architectureOf({ Architectures = [] }: SettingsInput, current: FunctionSettings | undefined) {
  const [architecture = current?.architecture ?? 'x86_64', ...others] = Architectures;
  if (others.length === 0) return architecture;
  throw invalidParameter('A function has one architecture.');
}

function deadLetterOf({ DeadLetterConfig }: SettingsInput, current: FunctionSettings | undefined) {
  if (!DeadLetterConfig) return current?.deadLetterArn;
  const { TargetArn } = DeadLetterConfig;
  if (!TargetArn) return undefined;
  if (/^arn:[^:]+:sqs:/.test(TargetArn)) return TargetArn;
  throw unsupported(`the dead-letter target ${TargetArn}; it serves SQS queues`);
}

/** An empty text takes the key away. */
function keyOf({ KMSKeyArn }: SettingsInput, current: FunctionSettings | undefined) {
  if (KMSKeyArn === undefined) return current?.kmsKeyArn;
  if (KMSKeyArn === '' || /^arn:[^:]+:kms:[^:]+:\d{12}:(key|alias)\/./.test(KMSKeyArn))
    return KMSKeyArn || undefined;
  throw invalidParameter(`'${KMSKeyArn}' is not a key's ARN.`);
}

function check(
  { handler, role, description, timeoutSeconds, memoryMb, storageMb, vpc }: FunctionSettings,
  world: World,
) {
  if (!/^[^\s]{1,128}$/.test(handler)) throw invalidParameter(`The handler '${handler}' is not valid.`);
  if (description.length > 256) throw invalidParameter('The description is longer than 256 characters.');
  checkBetween('Timeout', timeoutSeconds, 1, 900);
  checkBetween('MemorySize', memoryMb, 128, 10_240);
  checkBetween('EphemeralStorage', storageMb, 512, 10_240);
  if (!/^arn:[^:]+:iam::\d{12}:role\/./.test(role)) throw invalidParameter(`'${role}' is not a role's ARN.`);
  if (!roleTrustsService(world, role, 'lambda.amazonaws.com')) {
    throw invalidParameter('The role defined for the function cannot be assumed by Lambda.');
  }
  if (vpc) checkNetworkRights(world, role);
}

function checkBetween(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw invalidParameter(`${name} must be a whole number from ${least} to ${most}, not ${value}.`);
}
