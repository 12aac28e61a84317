import type { WorldSettings } from '../../endpoint/world.ts';
import { confirmSubscription, deployGuard } from '../prepare.ts';
import { ACCOUNT_ID, type EmbeddedAws, REGION, STRANGER_ACCOUNT_ID, startEmbeddedAws } from '../start.ts';
import type { Setting } from './attack.ts';
import { type Clients, connect } from './connect.ts';
import { type GuardsDoing, watchGuard } from './guard-watch.ts';
import { join } from './organization-attacks.ts';
import { allow, OWN_ACCOUNT, policy } from './policies.ts';
import { settle, sweep } from './settle.ts';
import { prepareWholeTrail, type WholeTrail } from './whole-trail.ts';

export interface GuardedWorld extends EmbeddedAws {
  /** What the guard has done since it came. */
  readonly guard: GuardsDoing;
}

interface Plan {
  /** @default REGION */
  readonly region?: string;
  /** @default false */
  readonly quotas?: boolean;
  readonly trail?: WholeTrail;
  /** Before the trail is made. */
  readonly before?: (aws: EmbeddedAws) => Promise<void>;
  /** Before the guard is deployed. @returns parameters of the stack */
  readonly after?: (aws: EmbeddedAws) => Promise<Readonly<Record<string, string>>>;
}

/** Global services record in us-east-1 alone, so that is where a guard hears of them. */
const GLOBAL = 'us-east-1';

const PLANS: Readonly<Record<Setting, Plan>> = {
  whole: {},
  global: { region: GLOBAL },
  organization: { region: GLOBAL, trail: { isOrganizationTrail: true }, before: manageOrganization },
  member: { region: GLOBAL, before: joinOrganization },
  unlocked: { trail: { isBucketLocked: false } },
  'imported-key': { trail: { isKeyImported: true } },
  'log-archive': { trail: { isBucketElsewhere: true } },
  weak: { trail: { expiryDays: 1 } },
  quotas: { quotas: true },
  'encrypted-alerts': { after: makeEncryptedTopic },
};

/**
 * An embedded AWS with a whole trail, guarded by what the template deploys and already looked at once.
 * @param beforeGuard what else is made before the guard comes
 */
export async function openWorld(
  setting: Setting,
  template: string,
  settings: Partial<WorldSettings> = {},
  beforeGuard?: (aws: EmbeddedAws) => Promise<void>,
): Promise<GuardedWorld> {
  const { aws, parameters } = await openUnguarded(setting, settings);
  try {
    const guard = watchGuard(aws.world);
    await beforeGuard?.(aws);
    await deployGuard(aws, template, parameters);
    await confirmSubscription(aws);
    // The first message says what is guarded.
    await sweep(aws);
    await settle(aws);
    return { ...aws, guard };
  } catch (error) {
    await aws.close();
    throw error;
  }
}

interface Unguarded {
  readonly aws: EmbeddedAws;
  /** Of the stack that would guard it. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** An embedded AWS with a whole trail that nobody guards. */
export async function openUnguarded(
  setting: Setting,
  settings: Partial<WorldSettings> = {},
): Promise<Unguarded> {
  const { region = REGION, quotas = false, trail, before, after } = PLANS[setting];
  const aws = await startEmbeddedAws({ quotas, ...settings }, 0, region);
  try {
    await before?.(aws);
    return { aws, parameters: { ...(await prepareWholeTrail(aws, trail)), ...(await after?.(aws)) } };
  } catch (error) {
    await aws.close();
    throw error;
  }
}

/** This account manages, and the stranger's is a member. */
async function manageOrganization(aws: EmbeddedAws): Promise<void> {
  const as = connect(aws, aws.operator);
  await invite(as, connect(aws, aws.stranger), STRANGER_ACCOUNT_ID);
  await as.organizations('EnableAWSServiceAccess', { ServicePrincipal: 'cloudtrail.amazonaws.com' });
}

async function joinOrganization(aws: EmbeddedAws): Promise<void> {
  await invite(connect(aws, aws.stranger), connect(aws, aws.operator), ACCOUNT_ID);
}

async function invite(manager: Clients, member: Clients, Id: string): Promise<void> {
  await manager.organizations('CreateOrganization', { FeatureSet: 'ALL' });
  await join(manager.organizations, member.organizations, Id);
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
async function makeEncryptedTopic(aws: EmbeddedAws): Promise<Readonly<Record<string, string>>> {
  const { kms, sns } = connect(aws, aws.operator);
  const Policy = policy(allow(OWN_ACCOUNT, 'kms:*', { Resource: '*' }));
  const { KeyMetadata } = await kms('CreateKey', { Policy });
  const { Arn: KmsMasterKeyId } = KeyMetadata as { readonly Arn?: string };
  await kms('CreateAlias', { AliasName: 'alias/alerts', TargetKeyId: KmsMasterKeyId });
  const { TopicArn } = await sns('CreateTopic', { Name: 'alerts', Attributes: { KmsMasterKeyId } });
  return { AlertTopicArn: String(TopicArn) };
}
