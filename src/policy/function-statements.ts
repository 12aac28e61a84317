import { HISTORY_ACTIONS, READING_ACTIONS, REGION_ACTIONS } from '../domain/reading-actions.ts';
import { actionsOf, RESTORING_CALLS, type RestoringCall, type Tier } from '../domain/restoring-call.ts';
import type { Technique } from '../domain/technique.ts';
import { type Statement, sortedActions } from './statement.ts';

/**
 * CloudTrail's actions that know no resource. Allowed on a trail's ARN, they are allowed nowhere.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html
 */
const WITHOUT_RESOURCE = new Set([
  'cloudtrail:DescribeTrails',
  'cloudtrail:ListPublicKeys',
  'cloudtrail:ListTrails',
  'cloudtrail:LookupEvents',
]);

/** Services of the things that a trail depends on. */
export type DestinationService = 's3' | 'kms' | 'sns' | 'logs';

type Techniques = readonly Pick<Technique, 'restore'>[];

/** How a policy's place writes what depends on the guard's settings. */
interface Scope<R, A> {
  /** The guarded trails. */
  readonly trails: R;
  /** Actions that are allowed only in a tier: `logging` in mode `restore`, `trail` from that scope on. */
  readonly allowIn: (tier: 'logging' | 'trail', actions: readonly string[]) => readonly A[];
}

/** What the function's role needs of CloudTrail: to see the techniques in the state, and to put trails back. */
export function trailStatements<R, A>(
  techniques: Techniques,
  { trails, allowIn }: Scope<R, A>,
): readonly [Statement<'*'>, Statement<R, A | string>] {
  const reading = sortedActions([...readingActions('cloudtrail'), ...HISTORY_ACTIONS]);
  const inTier = (tier: Tier) => restoringActions(techniques, 'cloudtrail', tier);
  return [
    {
      Sid: 'SeeTrails',
      Effect: 'Allow',
      Action: reading.filter((action) => WITHOUT_RESOURCE.has(action)),
      Resource: '*',
    },
    {
      Sid: 'GuardTrails',
      Effect: 'Allow',
      Action: [
        ...reading.filter((action) => !WITHOUT_RESOURCE.has(action)),
        ...allowIn('logging', inTier('logging')),
        ...allowIn('trail', inTier('trail')),
      ],
      Resource: trails,
    },
  ];
}

/**
 * What it takes to see whether the things that trails depend on are as they must be. Which these are is in no parameter of a guard that
 * guards every trail, and they change with the trails; all of these actions read configuration, and none reads what is stored.
 */
export const dependencyStatement = (): Statement<'*'> => ({
  Sid: 'SeeWhatTrailsDependOn',
  Effect: 'Allow',
  Action: sortedActions(['s3', 'kms', 'sns', 'logs', 'cloudwatch', 'iam'].flatMap(readingActions)),
  Resource: '*',
});

/**
 * What tells in which Regions to look for what was done in the dark. AWS's own policies allow it on every resource.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSServiceCatalogOrgsDataSyncServiceRolePolicy.html
 */
export const regionStatement = (): Statement<'*'> => ({
  Sid: 'ListRegions',
  Effect: 'Allow',
  Action: REGION_ACTIONS,
  Resource: '*',
});

/** What puts back the things of one service that a trail depends on. */
export const destinationActions = (techniques: Techniques, service: DestinationService): readonly string[] =>
  restoringActions(techniques, service, 'trail-and-destination');

/**
 * What CloudTrail asks Organizations in the name of whoever puts an organization trail back. It names no resource, and reads.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html
 */
export const organizationStatement = (techniques: Techniques): Statement<'*'> => ({
  Sid: 'AskAboutOrganization',
  Effect: 'Allow',
  Action: restoringActions(techniques, 'cloudtrail', 'trail', 'organizations'),
  Resource: '*',
});

/** What it takes of CloudTrail to make a trail again. */
export const creationActions = (): readonly string[] =>
  sortedActions(actionsOf('CreateTrail').filter((action) => action.startsWith('cloudtrail:')));

/**
 * Only of what techniques state: a call that restores none is not allowed.
 * @param prefix whose actions, of those that the service's calls take: PassRole, for one, names another resource, and has a statement of its own
 */
function restoringActions(
  techniques: Techniques,
  service: string,
  tier: Tier,
  prefix: string = service,
): readonly string[] {
  const calls = new Set(techniques.flatMap(({ restore }) => restore));
  const isWanted = (call: RestoringCall) =>
    RESTORING_CALLS[call].service === service && RESTORING_CALLS[call].tier === tier;
  return sortedActions(
    [...calls]
      .filter(isWanted)
      .flatMap(actionsOf)
      .filter((action) => action.startsWith(`${prefix}:`)),
  );
}

const readingActions = (service: string): readonly string[] =>
  Object.values(READING_ACTIONS)
    .flat()
    .filter((action) => action.startsWith(`${service}:`));
