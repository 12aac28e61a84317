import { bucketStatements } from '../policy/prevention/bucket-policy.ts';
import { mistakesIn, mistakesInGuard } from '../policy/prevention/check-deny-options.ts';
import type { DeniedTechnique } from '../policy/prevention/denied-actions.ts';
import type { DenyOptions } from '../policy/prevention/deny-options.ts';
import { denyStatements, type ExplainedDeny, roleStatement } from '../policy/prevention/deny-statements.ts';
import { type DenyKind, explainDeny } from '../policy/prevention/explain-deny.ts';
import { explainResource, missingFor, type ResourceKind } from '../policy/prevention/explain-resource.ts';
import { keyStatements } from '../policy/prevention/key-policy.ts';
import { resourceControlStatements } from '../policy/prevention/resource-control.ts';
import {
  charactersOf,
  type PrintedPolicy,
  type Room,
  splitIntoPolicies,
} from '../policy/prevention/split-policies.ts';
import { TECHNIQUES } from '../techniques/index.ts';

export interface Prevention {
  /** Several when one has no room for everything; all of them have to be attached. */
  readonly policies: readonly (PrintedPolicy & { readonly characters: number })[];
  /** What each statement stops, in the order of the policies. */
  readonly denies: readonly Explained[];
  readonly explanation: readonly string[];
  readonly limit: number;
}

/** A statement, what it keeps, and the techniques that it stops. */
type Explained = Pick<ExplainedDeny, 'what' | 'techniques'> & {
  readonly statement: Omit<ExplainedDeny['statement'], 'Action' | 'Effect'> & {
    readonly Effect: 'Allow' | 'Deny';
    readonly Action?: string | readonly string[];
  };
};

export type PolicyKind = DenyKind | ResourceKind;

interface Place extends Room {
  /** Policies that may be attached to one root, unit, account, user or role; one of five is AWS's own. */
  readonly atMost: number;
}

/**
 * Of service control policies AWS announced on 2026-05-15 that each may have 10,240 characters, and that ten instead of five may be
 * attached; its guide still names the smaller numbers, which hold everywhere.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const PLACES: Readonly<Record<PolicyKind, Place>> = {
  iam: { limit: 6144, countsWhiteSpace: false, atMost: 10 },
  scp: { limit: 5120, countsWhiteSpace: true, atMost: 4 },
  'permissions-boundary': { limit: 6144, countsWhiteSpace: false, atMost: 1 },
  rcp: { limit: 5120, countsWhiteSpace: true, atMost: 4 },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
  bucket: { limit: 20 * 1024, countsWhiteSpace: true, atMost: 1 },
  // https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
  key: { limit: 32 * 1024, countsWhiteSpace: true, atMost: 1 },
};

/**
 * What `trailkeeper policy` prints: policies that keep everyone but the spared roles from stopping, deleting or weakening trails, what they
 * deliver to, and the guard.
 * @throws Error that names every mistake in the options, or says what has no room
 */
export function preventionPolicies(
  kind: PolicyKind,
  options: DenyOptions = {},
  techniques: readonly DeniedTechnique[] = TECHNIQUES,
): Prevention {
  const mistakes = [
    ...mistakesIn(options),
    ...missingFor(kind, options),
    ...(kind === 'scp' ? mistakesInGuard(options) : []),
  ];
  if (mistakes.length > 0) throw new Error(`The policy cannot be made: ${mistakes.join('; ')}.`);
  const wanted = statementsFor(kind, options, techniques);
  const place = PLACES[kind];
  const split = splitIntoPolicies(
    wanted.map(({ statement }) => statement),
    place,
    kind === 'permissions-boundary' ? [ALLOW_OTHERS] : [],
  );
  const printed = kind === 'permissions-boundary' ? split.slice(0, 1) : split;
  if (printed.length > place.atMost) throw new Error(tooMany(printed.length, place));
  const denies = wanted.filter(({ statement }) =>
    printed.some(({ document }) => document.Statement.includes(statement)),
  );
  return {
    policies: printed.map((policy) => ({ ...policy, characters: charactersOf(policy, place) })),
    denies,
    explanation: [
      ...explain(kind, options, denies),
      ...whatHadNoRoom(wanted.filter((deny) => !denies.includes(deny))),
    ],
    limit: place.limit,
  };
}

const RESOURCE_STATEMENTS = {
  bucket: bucketStatements,
  key: keyStatements,
  rcp: resourceControlStatements,
} as const;

function statementsFor(
  kind: PolicyKind,
  options: DenyOptions,
  techniques: readonly DeniedTechnique[],
): readonly Explained[] {
  if (isOfResource(kind)) return RESOURCE_STATEMENTS[kind](options, techniques);
  return [...denyStatements(options, techniques), ...(kind === 'scp' ? [roleStatement(options)] : [])];
}

const explain = (kind: PolicyKind, options: DenyOptions, denies: readonly Explained[]): readonly string[] =>
  isOfResource(kind) ? explainResource(kind, options) : explainDeny(kind, options, denies);

const isOfResource = (kind: PolicyKind): kind is ResourceKind => kind in RESOURCE_STATEMENTS;

/** A boundary that allows nothing would leave its bearer no right at all. */
const ALLOW_OTHERS = { Sid: 'LeaveOtherRights', Effect: 'Allow', Action: '*', Resource: '*' };

/** A user or role has one boundary, so what matters least stays out of it. */
const whatHadNoRoom = (left: readonly Explained[]): readonly string[] =>
  left.length === 0
    ? []
    : [`Had no room and is not in it: ${[...new Set(left.map(({ what }) => what))].join('; ')}.`];

const tooMany = (needed: number, { atMost }: Place): string =>
  `This takes ${needed} policies, and there is room for ${atMost}. Name fewer trails, destinations or roles.`;
