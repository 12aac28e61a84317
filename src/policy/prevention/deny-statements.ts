import { sortedActions } from '../statement.ts';
import { type DeniedTechnique, deniableActions, restoringActions } from './denied-actions.ts';
import type { DenyOptions } from './deny-options.ts';
import { guardFunctionArns, guardRoleArns, guardStackOf } from './guard-parts.ts';
import { isOnMapping, PROTECTED_THINGS, type ProtectedThing } from './protected-things.ts';

export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A statement that denies, in IAM's own spelling. */
interface Deny {
  readonly Sid: string;
  readonly Effect: 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Condition;
}

/** A statement with what the docs say of it. */
export interface ExplainedDeny {
  readonly statement: Deny;
  readonly what: string;
  /** Ids of the techniques that it stops. */
  readonly techniques: readonly string[];
  /** Who is not bound by it. */
  readonly spared: readonly string[];
}

/** The statements that keep trails, what they deliver to, the guard, and the account’s place in its organization. */
export function denyStatements(
  options: DenyOptions,
  techniques: readonly DeniedTechnique[],
): readonly ExplainedDeny[] {
  const [trails, guard, ...others] = PROTECTED_THINGS.map((thing) =>
    statementsOf(thing, options, techniques),
  );
  return [trails ?? [], guard ?? [], [queueStatement(options, techniques)], ...others].flat();
}

/**
 * One statement of what nobody but break-glass roles may do, and one of what the guard needs: only of that is it spared, so that a stolen
 * guard cannot stop or delete what it guards.
 */
function statementsOf(
  thing: ProtectedThing,
  options: DenyOptions,
  techniques: readonly DeniedTechnique[],
): readonly ExplainedDeny[] {
  const resources = thing.resources(options);
  if (resources.length === 0) return [];
  const of = deniableActions(techniques).filter(thing.takes);
  const needs = new Set(thing.guardNeeds ?? restoringActions(techniques));
  const all = sortedActions([...of.map(({ action }) => action), ...(thing.alike ?? [])]);
  const spared = [...(options.breakGlassRoleArns ?? []), ...(thing.isOperators ? operators(options) : [])];
  const deny = (
    Sid: string,
    actions: readonly string[],
    exempt: readonly string[],
  ): readonly ExplainedDeny[] =>
    actions.length === 0
      ? []
      : [
          {
            statement: {
              Sid,
              Effect: 'Deny',
              Action: actions,
              Resource: within(resources, actions),
              ...except(exempt),
            },
            what: thing.what,
            techniques: [
              ...new Set(of.filter(({ action }) => actions.includes(action)).map((one) => one.technique)),
            ],
            spared: exempt,
          },
        ];
  return [
    ...deny(
      `Keep${thing.name}`,
      all.filter((action) => !needs.has(action)),
      spared,
    ),
    ...deny(
      `Keep${thing.name}AsApproved`,
      all.filter((action) => needs.has(action)),
      [...spared, ...guardRolesOf(options)],
    ),
  ];
}

/** Of several services' ARNs, those of the actions' services. */
function within(resources: readonly string[], actions: readonly string[]): readonly string[] {
  const services = new Set(actions.map((action) => action.split(':')[0]));
  return resources.filter((arn) => arn === '*' || services.has(arn.split(':')[2]));
}

const operators = ({ operatorRoleArns = [] }: DenyOptions): readonly string[] => operatorRoleArns;

/** The guard's role, by its ARN or as CloudFormation names it. */
export const guardRolesOf = (options: DenyOptions): readonly string[] =>
  options.guardRoleArn ? [options.guardRoleArn] : guardRoleArns(guardStackOf(options));

/** A mapping's ARN is chance; which function it is for is in the request. */
function queueStatement(options: DenyOptions, techniques: readonly DeniedTechnique[]): ExplainedDeny {
  const spared = [...(options.breakGlassRoleArns ?? []), ...operators(options)];
  const actions = deniableActions(techniques).filter(isOnMapping);
  return {
    statement: {
      Sid: 'KeepGuardsQueueRead',
      Effect: 'Deny',
      Action: sortedActions(actions.map(({ action }) => action)),
      Resource: '*',
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
      Condition: {
        ...except(spared).Condition,
        ArnLike: { 'lambda:FunctionArn': guardFunctionArns(guardStackOf(options)) },
      },
    },
    what: 'the mapping from the guard’s queue to its function',
    techniques: [...new Set(actions.map(({ technique }) => technique))],
    spared,
  };
}

/** Holds the guard's role to the guard: whoever passes it to a function of his own can do nothing with it. */
export const roleStatement = (options: DenyOptions): ExplainedDeny => ({
  statement: {
    Sid: 'GuardsRoleIsTheGuardsAlone',
    Effect: 'Deny',
    NotAction: BY_LAMBDA_ITSELF,
    Resource: '*',
    Condition: {
      ArnLike: { 'aws:PrincipalArn': guardRolesOf(options) },
      ArnNotLike: { 'lambda:SourceFunctionArn': guardFunctionArns(guardStackOf(options)) },
    },
  },
  what: 'what the guard’s role may do, from anybody but its function',
  techniques: [],
  spared: [],
});

/**
 * What Lambda does in the role's name outside of the function: it reads the queue, sets aside what failed, and opens what is encrypted.
 * These calls do not say which function they are for.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
const BY_LAMBDA_ITSELF = ['ec2:*', 'kms:Decrypt', 'kms:GenerateDataKey', 'sqs:*'];

/**
 * `ArnNotLike`: of an assumed role, `aws:PrincipalArn` is the role's own ARN, path included; the session's name, which its user chooses,
 * is not in it. A request without the key is denied. Role names hold neither `*` nor `?`, so an exact ARN spares one role.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const except = (roleArns: readonly string[]): { readonly Condition?: Condition } =>
  roleArns.length === 0 ? {} : { Condition: { ArnNotLike: { 'aws:PrincipalArn': roleArns } } };
