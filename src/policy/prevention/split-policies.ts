/** A policy document as it is printed. */
export interface PrintedPolicy {
  readonly document: { readonly Version: '2012-10-17'; readonly Statement: readonly object[] };
  readonly text: string;
}

/** One statement a line: few characters, for Organizations counts white space too, and yet to be read. */
function printPolicy(statements: readonly object[]): PrintedPolicy {
  const lines = statements.map((statement) => JSON.stringify(statement));
  const text = `{"Version":"2012-10-17","Statement":[\n${lines.join(',\n')}\n]}`;
  const document = { Version: '2012-10-17', Statement: statements } as const;
  return { document, text };
}

/** A statement, of whatever kind of policy. */
type Sized = object & { readonly Sid: string };

/** How many characters a policy may have, and how AWS counts them. */
export interface Room {
  readonly limit: number;
  /** Organizations counts white space, unless its console saves the policy; IAM does not. */
  readonly countsWhiteSpace: boolean;
}

export const charactersOf = ({ text, document }: PrintedPolicy, { countsWhiteSpace }: Room): number =>
  countsWhiteSpace ? text.length : JSON.stringify(document).length;

/**
 * As few policies as hold the statements in their order.
 * @param always what each of them begins with
 * @throws Error when a statement alone is too large
 */
export function splitIntoPolicies(
  statements: readonly Sized[],
  room: Room,
  always: readonly object[] = [],
): readonly PrintedPolicy[] {
  const policies: Sized[][] = [];
  for (const statement of statements) {
    const last = policies.at(-1);
    if (last && sizeOf([...last, statement], room, always) <= room.limit) last.push(statement);
    else policies.push([fitting(statement, room, always)]);
  }
  return policies.map((of) => printPolicy([...always, ...of]));
}

const sizeOf = (statements: readonly Sized[], room: Room, always: readonly object[]): number =>
  charactersOf(printPolicy([...always, ...statements]), room);

function fitting(statement: Sized, room: Room, always: readonly object[]): Sized {
  const characters = sizeOf([statement], room, always);
  if (characters <= room.limit) return statement;
  throw new Error(
    `Statement ${statement.Sid} alone makes a policy of ${characters} characters, ${characters - room.limit} more than it may have (${room.limit}). ` +
      'Name fewer trails, destinations or roles; left out, trails are all covered.',
  );
}
