import { judgeCondition, type RequestContext } from './condition-verdict.ts';
import { includesPattern } from './glob.ts';
import { coversPattern, RESOURCES } from './resource.ts';
import type { Scope } from './scope.ts';
import type { Statement } from './statement.ts';
import { asVerdict, every, not, some, type Verdict } from './verdict.ts';

/** Something a principal asks for. */
export interface PolicyRequest {
  /** As `principal.ts` writes it. */
  readonly principal: string;
  readonly action: string;
  /** An ARN, or a pattern for all of which it asks. */
  readonly resource: string;
  readonly context: RequestContext;
}

type Decision = 'allowed' | 'denied' | 'undecided';

/**
 * What these statements decide: a Deny wins, and what nobody allows is denied.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(statements: readonly Statement[], request: PolicyRequest): Decision {
  const judge = (effect: Statement['effect']) =>
    some(statements.filter((one) => one.effect === effect).map((one) => judgeStatement(one, request)));
  const [denies, allows] = [judge('Deny'), judge('Allow')];
  if (denies === 'yes' || allows === 'no') return 'denied';
  return denies === 'no' && allows === 'yes' ? 'allowed' : 'undecided';
}

/** Whether a statement is about a request. */
export function judgeStatement(statement: Statement, request: PolicyRequest): Verdict {
  if (statement.isUnclear) return 'perhaps';
  const action = request.action.toLowerCase();
  return every([
    judgeScope(statement.principals, (value) => asVerdict(value === '*' || value === request.principal)),
    judgeScope(statement.actions, (value) => asVerdict(includesPattern(value, action))),
    judgeScope(statement.resources, (value) => judgeResource(value, request.resource)),
    ...statement.conditions.map((condition) => judgeCondition(condition, request.context)),
  ]);
}

function judgeScope({ isNot, values }: Scope, judge: (value: string) => Verdict): Verdict {
  const verdict = some(values.map(judge));
  return isNot ? not(verdict) : verdict;
}

function judgeResource(value: string, asked: string): Verdict {
  if (coversPattern(value, asked)) return 'yes';
  return RESOURCES.mayOverlap(value, asked) ? 'perhaps' : 'no';
}
