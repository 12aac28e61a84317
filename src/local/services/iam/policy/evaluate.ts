import { type ConditionContext, conditionsHold, type Verdict } from './conditions.ts';
import type { PolicyDocument, Selection, Statement } from './policy-document.ts';
import { matchesWildcard } from './wildcard.ts';

/** One thing somebody wants to do. */
export interface AccessRequest {
  /** `cloudtrail:StopLogging` */
  readonly action: string;
  /** An ARN, or `*` for what has no resource. */
  readonly resource: string;
  readonly context: ConditionContext;
}

export type Decision = 'allowed' | 'denied' | 'not-allowed';

/**
 * What identity policies say to a request: an explicit deny wins over every allow. What cannot be evaluated never helps the
 * caller: it makes an Allow not match and a Deny match.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(policies: readonly PolicyDocument[], request: AccessRequest): Decision {
  const statements = policies.flatMap((policy) => policy.statements);
  const applies = (effect: Statement['effect']) =>
    statements.some((statement) => statement.effect === effect && statementApplies(statement, request));
  if (applies('Deny')) return 'denied';
  return applies('Allow') ? 'allowed' : 'not-allowed';
}

function statementApplies(statement: Statement, { action, resource, context }: AccessRequest): boolean {
  if (!selectsAction(statement.actions, action)) return false;
  const selected = statement.resources ? selectsResource(statement.resources, resource) : true;
  const holds = conditionsHold(statement.conditions, context);
  if (selected === false || holds === false) return false;
  const isCertain = selected === true && holds === true;
  return isCertain || statement.effect === 'Deny';
}

/** Actions are compared without regard to case. */
export function selectsAction({ isNegated, patterns }: Selection, action: string): boolean {
  const isNamed = patterns.some((pattern) => matchesWildcard(pattern.toLowerCase(), action.toLowerCase()));
  return isNamed !== isNegated;
}

/** Policy variables (`${aws:username}`) are not evaluated: a pattern that has one may match anything. */
function selectsResource({ isNegated, patterns }: Selection, resource: string): Verdict {
  const plain = patterns.filter((pattern) => !pattern.includes('${'));
  if (plain.some((pattern) => matchesWildcard(pattern, resource))) return !isNegated;
  return plain.length < patterns.length ? 'unsupported' : isNegated;
}
