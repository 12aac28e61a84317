import { readFileSync } from 'node:fs';
import { longestDeployed } from './longest-deployed.ts';
import { inRoot } from './project.ts';

const TEMPLATE = 'trailkeeper.template.json';

/**
 * The template is readable code for the security teams that deploy it, so it is larger than the 51,200 bytes that
 * `--template-body` takes; by URL and in the console CloudFormation takes 1,000,000. The rest is room to grow in.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const TEMPLATE_BYTES = 800_000;

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Limit {
  /** What is measured of a resource. */
  readonly property: string;
  readonly characters: number;
  readonly of: string;
}

/**
 * AWS's limits, each of the text as it is deployed.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const LIMITS: Readonly<Record<string, Limit>> = {
  'AWS::Events::Rule': { property: 'EventPattern', characters: 2_048, of: 'an event pattern' },
  'AWS::SQS::QueuePolicy': { property: 'PolicyDocument', characters: 8_192, of: 'a queue’s policy' },
  'AWS::IAM::Role': { property: 'Policies', characters: 10_240, of: 'a role’s own policies' },
};

/** Sizes that users feel, and AWS's limits, none of which depends on the machine. */
export async function checkBudgets(): Promise<string | null> {
  const text = readFileSync(inRoot(TEMPLATE));
  const { Resources } = JSON.parse(text.toString()) as { Resources: Readonly<Record<string, Resource>> };
  const over = Object.entries(Resources).flatMap(([id, resource]) => excessesOf(id, resource));
  const bytes = text.length - TEMPLATE_BYTES;
  const large = bytes > 0 ? [`${TEMPLATE} has ${text.length} bytes, ${bytes} more than its budget`] : [];
  return [...large, ...over].join('\n') || null;
}

function excessesOf(id: string, { Type, Properties }: Resource): readonly string[] {
  const limit = LIMITS[Type];
  if (!limit) return [];
  const { length } = JSON.stringify(longestDeployed(Properties[limit.property]));
  if (length <= limit.characters) return [];
  return [`${id} can have ${length} characters; AWS takes ${limit.characters} of ${limit.of}`];
}
