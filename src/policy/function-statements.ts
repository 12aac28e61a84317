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

interface Scope<R, A> {
  /** The guarded trails, as the policy's place writes resources. */
  readonly trails: R;
  /** How the actions that put trails back are allowed: as they are in mode `restore`, not at all in mode `notify`. */
  readonly allowRestoring: (actions: readonly string[]) => readonly A[];
}

/** What the function's role needs of CloudTrail: to see the techniques in the state, and to put trails back. */
export function functionStatements<R, A>(
  techniques: readonly Pick<Technique, 'actions'>[],
  { trails, allowRestoring }: Scope<R, A>,
): readonly [Statement<'*'>, Statement<R, A | string>] {
  const reading = sortedActions(techniques.flatMap(({ actions }) => actions.read));
  const restoring = sortedActions(techniques.flatMap(({ actions }) => actions.restore));
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
      Action: [...reading.filter((action) => !WITHOUT_RESOURCE.has(action)), ...allowRestoring(restoring)],
      Resource: trails,
    },
  ];
}
