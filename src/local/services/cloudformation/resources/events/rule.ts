import type {
  PutRuleRequest,
  PutRuleResponse,
  PutTargetsRequest,
  PutTargetsResponse,
  RemoveTargetsRequest,
  RemoveTargetsResponse,
} from '@aws-sdk/client-eventbridge';
import { ServiceError } from '../../../../endpoint/service-error.ts';
import { refuseExisting } from '../refuse-existing.ts';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { integer, json, list, object, tagList, text } from '../shape/index.ts';
import { tagChanges } from '../tag-changes.ts';
import { unlessGone } from '../unless-gone.ts';

const target = object(
  {
    Arn: text,
    DeadLetterConfig: object({ Arn: text }),
    Id: text,
    Input: text,
    InputPath: text,
    RetryPolicy: object({ MaximumEventAgeInSeconds: integer, MaximumRetryAttempts: integer }),
  },
  ['Arn', 'Id'],
);
/** Rules on the default bus, by an event pattern. */
const properties = object({
  Description: text,
  EventPattern: json,
  Name: text,
  State: text,
  Tags: tagList,
  Targets: list(target),
});
type Properties = Read<typeof properties>;

export const rule = resourceType<Properties>({
  type: 'AWS::Events::Rule',
  properties,
  attributes: ['Arn', 'RuleName'],
  createOnly: ['Name'],
  nameProperty: 'Name',
  tagging: 'list',

  async create(wanted, context) {
    const { Name: given } = wanted;
    if (given) await refuseExisting(given, context.call('events', 'DescribeRule', { Name: given }));
    const Name = given ?? context.generateName(64);
    const { RuleArn } = await context.call<PutRuleResponse>('events', 'PutRule', {
      ...ruleOf(Name, wanted),
      Tags: wanted.Tags && [...wanted.Tags],
    } satisfies PutRuleRequest);
    context.identify(Name);
    await putTargets(Name, wanted.Targets ?? [], context);
    return { physicalId: Name, attributes: { Arn: RuleArn, RuleName: Name } };
  },

  async update({ physicalId: Name, properties: wanted, previous, attributes }, context) {
    await context.call('events', 'PutRule', ruleOf(Name, wanted));
    const { Targets: targets = [] } = wanted;
    const removed = (previous.Targets ?? []).filter(({ Id }) => !targets.some((one) => one.Id === Id));
    await removeTargets(Name, removed, context);
    await putTargets(Name, targets, context);
    const ResourceARN = attributes.Arn;
    const { added: Tags, removedKeys: TagKeys } = tagChanges(previous.Tags, wanted.Tags);
    if (TagKeys.length > 0) await context.call('events', 'UntagResource', { ResourceARN, TagKeys });
    if (Tags.length > 0) await context.call('events', 'TagResource', { ResourceARN, Tags });
    return { physicalId: Name, attributes };
  },

  async delete({ physicalId: Name, properties: { Targets: targets = [] } }, context) {
    await unlessGone(removeTargets(Name, targets, context));
    await unlessGone(context.call('events', 'DeleteRule', { Name }));
  },
});

const ruleOf = (Name: string, wanted: Properties): PutRuleRequest => ({
  Name,
  Description: wanted.Description,
  EventPattern: wanted.EventPattern && JSON.stringify(wanted.EventPattern),
  State: (wanted.State ?? 'ENABLED') as NonNullable<PutRuleRequest['State']>,
});

type Targets = readonly Read<typeof target>[];

async function putTargets(Rule: string, targets: Targets, context: ResourceContext): Promise<void> {
  if (targets.length === 0) return;
  const input: PutTargetsRequest = { Rule, Targets: [...targets] };
  refuseFailures(await context.call<PutTargetsResponse>('events', 'PutTargets', input));
}

async function removeTargets(Rule: string, targets: Targets, context: ResourceContext): Promise<void> {
  if (targets.length === 0) return;
  const input: RemoveTargetsRequest = { Rule, Ids: targets.map(({ Id }) => Id) };
  refuseFailures(await context.call<RemoveTargetsResponse>('events', 'RemoveTargets', input));
}

/** EventBridge answers with success also when it took none of the targets. */
function refuseFailures({ FailedEntries: [failed] = [] }: PutTargetsResponse | RemoveTargetsResponse): void {
  if (!failed) return;
  const { ErrorCode = 'InternalException', ErrorMessage, TargetId } = failed;
  throw new ServiceError(ErrorCode, `Target ${TargetId}: ${ErrorMessage}`);
}
