import { STACK_NAME } from '../prepare.ts';
import type { Act, Attack } from './attack.ts';
import type { Ask, Fields } from './connect.ts';
import type { Scene } from './scene.ts';
import { NOTHING } from './zipped.ts';

/** The guard puts nothing of its own back: it tells, or its alarms do when it cannot any more. */
const onGuard = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'told',
  seenBy: 'event',
  ...attack,
});

const byAlarm: Partial<Attack> = { seenBy: 'state', toldBy: 'alarm', passMinutes: 30, takesWorld: true };

/** The rule that is attacked, as it is before. */
interface Rule {
  readonly Name: string;
  readonly EventPattern: unknown;
  readonly Description: unknown;
  readonly Targets: unknown;
}

/** A rule's physical id may be its name or its ARN. */
const lastOf = (id: string): string => id.split('/').at(-1) ?? id;

const onRule =
  (attack: (events: Ask, rule: Rule) => Promise<unknown>): Act =>
  async ({ events, guardPart }) => {
    const Name = lastOf(await guardPart('KmsCalls'));
    const rule = await events('DescribeRule', { Name }).catch(unseen);
    const targets = await events('ListTargetsByRule', { Rule: Name }).catch(unseen);
    const { EventPattern, Description } = rule;
    const before = { Name, EventPattern, Description, Targets: targets.Targets };
    await attack(events, before);
    return before;
  };

/** Who may do nothing may not look either. */
const unseen = (): Fields => ({});

async function putRuleBack({ events }: Scene, done: unknown): Promise<void> {
  const { Targets, ...rule } = done as Rule;
  await events('PutRule', { ...rule, State: 'ENABLED' });
  await events('PutTargets', { Rule: rule.Name, Targets });
}

const removeTargets = (events: Ask, { Name }: Rule) =>
  events('RemoveTargets', { Rule: Name, Ids: ['Queue'] });

const functionCall =
  (operation: string, input: Fields = {}): Act =>
  async ({ lambda, guardPart }) =>
    lambda(operation, { FunctionName: await guardPart('Function'), ...input });

async function disableSchedule({ scheduler, guardPart }: Scene): Promise<void> {
  const Name = lastOf(await guardPart('Schedule'));
  const schedule = await scheduler('GetSchedule', { Name });
  const { ScheduleExpression, FlexibleTimeWindow, Target } = schedule;
  await scheduler('UpdateSchedule', {
    Name,
    ScheduleExpression,
    FlexibleTimeWindow,
    Target,
    State: 'DISABLED',
  });
}

interface Parameter {
  readonly Name: string;
  readonly Value: string;
}

/** The first of the guard's parameters: what it knows of the trail. */
async function overwriteBaseline({ ssm }: Scene): Promise<Parameter | undefined> {
  const { Parameters } = await ssm('GetParametersByPath', { Path: '/trailkeeper/', Recursive: true });
  const [first] = Parameters as readonly Parameter[];
  await overwrite(ssm, { Name: first?.Name ?? '', Value: '{}' });
  return first;
}

const overwrite = (ssm: Ask, { Name, Value }: Parameter) =>
  ssm('PutParameter', { Name, Value, Type: 'String', Overwrite: true });

/** Group I of the catalogue: the guard itself, and how people hear of it. */
export const GUARD_ATTACKS: readonly Attack[] = [
  onGuard({
    id: 'CT-71',
    name: 'rule-disabled',
    title: 'Disable the guard’s rule',
    act: onRule((events, { Name }) => events('DisableRule', { Name })),
    undo: putRuleBack,
    twin: {
      title: 'Disable a rule of nobody’s',
      async act({ events }) {
        await events('PutRule', { Name: 'lab', EventPattern: '{"source":["lab"]}' });
        await events('DisableRule', { Name: 'lab' });
      },
    },
  }),
  onGuard({
    id: 'CT-72',
    name: 'rule-deleted',
    title: 'Delete the guard’s rule',
    act: onRule(async (events, rule) => {
      await removeTargets(events, rule);
      await events('DeleteRule', { Name: rule.Name });
    }),
    undo: putRuleBack,
  }),
  onGuard({
    id: 'CT-73',
    name: 'rule-targets-removed',
    title: 'Remove the target of the guard’s rule',
    act: onRule(removeTargets),
    undo: putRuleBack,
  }),
  onGuard({
    id: 'CT-74',
    name: 'rule-narrowed',
    title: 'Narrow the guard’s rule to nothing',
    act: onRule((events, { Name }) =>
      events('PutRule', {
        Name,
        EventPattern: JSON.stringify({ source: ['aws.cloudtrail'], detail: { eventName: ['Nothing'] } }),
      }),
    ),
    undo: putRuleBack,
  }),
  onGuard({
    id: 'CT-75',
    name: 'event-bus-cut-off',
    title: 'Take a permission of the default event bus away',
    before: ({ events }) =>
      events('PutPermission', {
        StatementId: 'members',
        Principal: '444455556666',
        Action: 'events:PutEvents',
      }),
    act: ({ events }) => events('RemovePermission', { StatementId: 'members' }),
  }),
  onGuard({
    ...byAlarm,
    id: 'CT-76',
    name: 'function-deleted',
    title: 'Delete the guard’s function',
    act: functionCall('DeleteFunction'),
  }),
  onGuard({
    ...byAlarm,
    id: 'CT-77',
    name: 'function-code-replaced',
    title: 'Replace the function’s code by nothing',
    act: functionCall('UpdateFunctionCode', { ZipFile: NOTHING }),
  }),
  onGuard({
    id: 'CT-78',
    name: 'function-reconfigured',
    title: 'Give the guard’s function half of its memory',
    act: functionCall('UpdateFunctionConfiguration', { MemorySize: 256 }),
    undo: functionCall('UpdateFunctionConfiguration', { MemorySize: 512 }),
    twin: {
      title: 'Tag the guard’s function',
      act: async ({ lambda, guardPart, region }) =>
        lambda('TagResource', {
          Resource: `arn:aws:lambda:${region}:111122223333:function:${await guardPart('Function')}`,
          Tags: { team: 'security' },
        }),
    },
  }),
  onGuard({
    ...byAlarm,
    id: 'CT-79',
    name: 'function-throttled',
    title: 'Let the guard’s function run zero times at once',
    act: functionCall('PutFunctionConcurrency', { ReservedConcurrentExecutions: 0 }),
  }),
  onGuard({
    id: 'CT-80',
    name: 'invoke-permission-removed',
    title: 'Take a permission to invoke the function away',
    before: functionCall('AddPermission', {
      StatementId: 'rule',
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
    }),
    act: functionCall('RemovePermission', { StatementId: 'rule' }),
  }),
  onGuard({
    ...byAlarm,
    id: 'CT-81',
    // The alarm rings over its own event, which nobody takes.
    seenBy: 'event',
    name: 'queue-detached',
    title: 'Detach the function from its queue',
    act: async ({ lambda, guardPart }) =>
      lambda('UpdateEventSourceMapping', { UUID: await guardPart('EventSourceMapping'), Enabled: false }),
  }),
  onGuard({
    id: 'CT-82',
    name: 'topic-deleted',
    title: 'Delete the topic that the trail notifies',
    ends: 'restored',
    seenBy: 'both',
    act: ({ sns, topicArn }) => sns('DeleteTopic', { TopicArn: topicArn }),
    twin: {
      title: 'Delete a topic of nobody’s',
      async act({ sns }) {
        const { TopicArn } = await sns('CreateTopic', { Name: 'lab' });
        await sns('DeleteTopic', { TopicArn });
      },
    },
  }),
  onGuard({
    id: 'CT-83',
    name: 'topic-closed',
    title: 'Take CloudTrail out of the topic’s policy',
    ends: 'restored',
    seenBy: 'both',
    act: ({ sns, topicArn }) =>
      sns('SetTopicAttributes', {
        TopicArn: topicArn,
        AttributeName: 'Policy',
        AttributeValue: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:root' },
              Action: ['SNS:GetTopicAttributes', 'SNS:SetTopicAttributes'],
              Resource: topicArn,
            },
          ],
        }),
      }),
    twin: {
      title: 'Give the topic a display name',
      act: ({ sns, topicArn }) =>
        sns('SetTopicAttributes', {
          TopicArn: topicArn,
          AttributeName: 'DisplayName',
          AttributeValue: 'trail',
        }),
    },
  }),
  onGuard({
    id: 'CT-84',
    name: 'subscriber-removed',
    title: 'Unsubscribe one of those who hear the alerts',
    before: subscribeQueue,
    async act({ sns, guardPart }) {
      const { Subscriptions } = await sns('ListSubscriptionsByTopic', { TopicArn: await guardPart('Topic') });
      const queue = (Subscriptions as readonly Fields[]).find(({ Protocol }) => Protocol === 'sqs');
      await sns('Unsubscribe', { SubscriptionArn: queue?.SubscriptionArn });
    },
  }),
  onGuard({
    ...byAlarm,
    id: 'CT-85',
    // The alarm rings over its own event, which nobody takes.
    seenBy: 'event',
    name: 'queue-closed',
    title: 'Close the guard’s queue to EventBridge',
    act: async ({ sqs, guardPart }) =>
      sqs('SetQueueAttributes', { QueueUrl: await guardPart('Queue'), Attributes: { Policy: '' } }),
  }),
  onGuard({
    id: 'CT-86',
    takesWorld: true,
    name: 'stack-deleted',
    title: 'Delete the guard’s stack',
    isToldBy: ({ kind, occasion }) => kind === 'coverage' && occasion === 'removal',
    act: ({ cloudformation }) => cloudformation('DeleteStack', { StackName: STACK_NAME }),
  }),
  onGuard({
    id: 'CT-87',
    takesWorld: true,
    name: 'schedule-disabled',
    title: 'Disable the guard’s schedule',
    seenBy: 'both',
    passMinutes: 30,
    act: disableSchedule,
  }),
  onGuard({
    id: 'CT-88',
    name: 'baseline-overwritten',
    title: 'Overwrite what the guard knows of the trail',
    seenBy: 'both',
    isToldBy: ({ kind, event }) => kind === 'baseline' && event === 'tampered',
    act: overwriteBaseline,
    undo: ({ ssm }, done) => overwrite(ssm, done as Parameter),
  }),
];

async function subscribeQueue({ sns, sqs, guardPart, region }: Scene): Promise<void> {
  const { QueueUrl } = await sqs('CreateQueue', { QueueName: 'siem' });
  const Endpoint = `arn:aws:sqs:${region}:111122223333:siem`;
  const TopicArn = await guardPart('Topic');
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: Endpoint,
      },
    ],
  });
  await sqs('SetQueueAttributes', { QueueUrl, Attributes: { Policy } });
  await sns('Subscribe', { TopicArn, Protocol: 'sqs', Endpoint });
}
