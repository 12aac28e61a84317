import { impliesAll } from './condition-implication.ts';
import { ALLOWED_PRINCIPALS, DENIED_PRINCIPALS } from './principal.ts';
import { ACTIONS, RESOURCES } from './resource.ts';
import { coversScope, splitScope } from './scope.ts';
import type { Statement } from './statement.ts';

/**
 * A statement is taken apart into so many pieces at most: principals by actions by resources. Beyond that it counts as
 * uncovered as a whole, which is the bad case. Nobody has to write so much into 20 KB.
 */
const MOST_PIECES = 2_000;

/** What of the statements no single one of the others says as well; the pieces of each name one thing each. */
export function uncovered(statements: readonly Statement[], by: readonly Statement[]): readonly Statement[] {
  const known = new Set(by.map(({ key }) => key));
  let pieces = 0;
  return statements
    .filter(({ key }) => !known.has(key))
    .flatMap((statement) => {
      pieces += countPieces(statement);
      if (statement.isUnclear || pieces > MOST_PIECES) return [statement];
      return split(statement).filter((piece) => !by.some((other) => coversStatement(other, piece)));
    });
}

const countPieces = ({ principals, actions, resources }: Statement): number =>
  principals.values.length * actions.values.length * resources.values.length;

/** A statement as those of one principal, action and resource each; as it is when these would be too many. */
export function split(statement: Statement): readonly Statement[] {
  if (countPieces(statement) > MOST_PIECES) return [statement];
  return splitScope(statement.principals).flatMap((principals) =>
    splitScope(statement.actions).flatMap((actions) =>
      splitScope(statement.resources).map((resources) => ({ ...statement, principals, actions, resources })),
    ),
  );
}

/** Whether everything that the inner statement is about, the outer is surely about too. */
export const coversStatement = (outer: Statement, inner: Statement): boolean =>
  !outer.isUnclear &&
  outer.effect === inner.effect &&
  coversScope(outer.actions, inner.actions, ACTIONS) &&
  coversScope(
    outer.principals,
    inner.principals,
    outer.effect === 'Allow' ? ALLOWED_PRINCIPALS : DENIED_PRINCIPALS,
  ) &&
  coversScope(outer.resources, inner.resources, RESOURCES) &&
  impliesAll(inner.conditions, outer.conditions);
