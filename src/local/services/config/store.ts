import type {
  ConfigRule,
  ConfigurationAggregator,
  DeliveryChannel,
  EvaluationResult,
  RecordingGroup,
  RecordingMode,
  RemediationConfiguration,
  Tag,
} from '@aws-sdk/client-config-service';
import type { Call } from '../../endpoint/operation.ts';
import type { World } from '../../endpoint/world.ts';

/** An account's one configuration recorder in a Region. It records nothing here but whether it would. */
export interface Recorder {
  readonly name: string;
  readonly arn: string;
  roleArn: string;
  recordingGroup: RecordingGroup;
  recordingMode: RecordingMode;
  isRecording: boolean;
  startedAt?: number;
  stoppedAt?: number;
}

export interface Rule {
  /** With the name, ARN and id that AWS gives it. */
  readonly definition: ConfigRule & { readonly ConfigRuleName: string };
  readonly createdAt: number;
  /** By the type and id of the resource. */
  readonly results: Map<string, EvaluationResult>;
  evaluatedAt?: number;
}

interface ConfigState {
  recorder?: Recorder | undefined;
  channel?: DeliveryChannel | undefined;
  readonly rules: Map<string, Rule>;
  readonly remediations: Map<string, RemediationConfiguration>;
  readonly aggregators: Map<string, ConfigurationAggregator>;
  /** By ARN. */
  readonly tags: Map<string, readonly Tag[]>;
}

const store = {
  name: 'config',
  create: (): ConfigState => ({
    rules: new Map(),
    remediations: new Map(),
    aggregators: new Map(),
    tags: new Map(),
  }),
};

export const configOf = (world: World, accountId: string, region: string): ConfigState =>
  world.store(store, accountId, region);

export const configOfCall = ({ world, accountId, region }: Call): ConfigState =>
  configOf(world, accountId, region);
