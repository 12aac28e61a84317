import { type ConditionContext, conditionsHold } from './conditions.ts';
import { selectsAction } from './evaluate.ts';
import type { PolicyDocument, Statement } from './policy-document.ts';

/** Who wants to become a role: a service by its host name, or an identity by all the names it goes by. */
export type TrustedParty =
  | { readonly service: string }
  | { readonly arns: readonly string[]; readonly accountId: string };

/** Whether a trust policy lets a party assume the role. What cannot be evaluated never helps it. */
export function trusts(policy: PolicyDocument, party: TrustedParty, context: ConditionContext): boolean {
  const applies = (effect: Statement['effect']) =>
    policy.statements.some(
      (statement) => statement.effect === effect && statementApplies(statement, party, context),
    );
  return !applies('Deny') && applies('Allow');
}

function statementApplies(statement: Statement, party: TrustedParty, context: ConditionContext): boolean {
  if (!selectsAction(statement.actions, 'sts:AssumeRole') || !names(statement, party)) return false;
  const holds = conditionsHold(statement.conditions, context);
  return holds === true || (holds === 'unsupported' && statement.effect === 'Deny');
}

function names({ principals }: Statement, party: TrustedParty): boolean {
  if ('service' in party) return principals?.get('Service')?.includes(party.service) ?? false;
  return principals?.get('AWS')?.some((principal) => isParty(principal, party)) ?? false;
}

/** `111122223333` and `arn:aws:iam::111122223333:root` both stand for everybody in the account. */
function isParty(
  principal: string,
  { arns, accountId }: { arns: readonly string[]; accountId: string },
): boolean {
  const isAccount = /^arn:[^:]+:iam::(\d{12}):root$/.exec(principal)?.[1] === accountId;
  return principal === '*' || principal === accountId || isAccount || arns.includes(principal);
}
