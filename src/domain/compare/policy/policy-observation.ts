import type { Drift } from '../../drift.ts';
import { coversStatement, split } from './coverage.ts';
import { describeWhat, describeWho } from './describe-statement.ts';
import { isAboutInsecureTransport } from './insecure-transport.ts';
import { type ComparedPolicies, lostRequests } from './lost-requests.ts';
import { accountOf, isOnly } from './principal.ts';
import { decide, type PolicyRequest } from './request.ts';
import type { Statement } from './statement.ts';
import { isReading, isRemoving, isTampering } from './tampering-actions.ts';

/** What a policy decides of logs: that they arrive, who else may do what, who may read them, and what nobody may. */
export type PolicyAspect = 'delivery' | 'access' | 'readers' | 'protection';

export interface PolicyObservation {
  readonly aspect: PolicyAspect;
  readonly class: Drift['class'];
  readonly evidence: string;
}

/** As `principal.ts` writes it. */
export const CLOUDTRAIL = 'service:cloudtrail.amazonaws.com';

/**
 * Each thing that changed, judged by itself.
 * @param requests what CloudTrail has to be able to do for the trail
 * @param ownAccounts whose principals may read without being strangers
 */
export function observe(
  policies: ComparedPolicies,
  requests: readonly PolicyRequest[],
  ownAccounts: readonly string[],
): readonly PolicyObservation[] {
  const { expected, actual, changes } = policies;
  const lost = lostRequests(requests, policies).map(observeLostRequest);
  const others = [
    ...changes.lostAllows.map((piece) => observeLostAllow(piece, actual)),
    ...changes.newAllows.map((piece) => observeNewAllow(piece, expected, requests, ownAccounts)),
    ...changes.lostDenies.map(observeLostDeny),
    ...changes.newDenies.map((piece) => observeNewDeny(piece, expected, requests)),
  ];
  return [
    ...lost,
    ...others.flatMap((one) => (one && !(lost.length > 0 && one.aspect === 'delivery') ? one : [])),
  ];
}

const observeLostRequest = ({ action, resource }: PolicyRequest): PolicyObservation => ({
  aspect: 'delivery',
  class: 'weaker',
  evidence: `CloudTrail may no longer ${action} on ${resource}`,
});

function observeLostAllow(piece: Statement, actual: readonly Statement[]): PolicyObservation | undefined {
  if (isNobodys(piece)) return;
  const evidence = `${describeWho(piece)} may no longer ${describeWhat(piece)}`;
  if (isCloudTrails(piece)) return { aspect: 'delivery', class: classOfNarrowing(piece, actual), evidence };
  if (isRemoving(piece.actions)) return { aspect: 'access', class: 'stronger', evidence };
  return { aspect: 'readers', class: 'weaker', evidence };
}

/**
 * CloudTrail keeps what it needs for this trail. Conditions that were added are AWS's own advice; whether other trails needed
 * the rest of a narrowed resource is not known; an Allow that is gone was somebody's.
 */
function classOfNarrowing(piece: Statement, actual: readonly Statement[]): Drift['class'] {
  const left = actual.flatMap(split).filter((other) => coversStatement(piece, other));
  if (left.length === 0) return 'weaker';
  const isSame = ({ resources }: Statement) => resources.values.join() === piece.resources.values.join();
  return left.some(isSame) ? 'stronger' : 'different';
}

function observeNewAllow(
  piece: Statement,
  expected: readonly Statement[],
  requests: readonly PolicyRequest[],
  ownAccounts: readonly string[],
): PolicyObservation | undefined {
  if (isNobodys(piece)) return;
  const evidence = `${describeWho(piece)} may now ${describeWhat(piece)}`;
  const isOtherTrails = isCloudTrails(piece) && isDelivery(piece, requests) && !loosens(piece, expected);
  const isOwnReader = isReading(piece.actions) && isOnlyOf(ownAccounts, piece);
  return { aspect: 'access', class: isOtherTrails || isOwnReader ? 'different' : 'weaker', evidence };
}

/** Whoever reads logs with the rights of the account they are of is no stranger. */
const isOnlyOf = (accounts: readonly string[], { principals, isUnclear }: Statement): boolean =>
  !isUnclear &&
  isOnly(principals, (principal) => accounts.some((account) => account === accountOf(principal)));

/** What another trail needs to deliver to the same place. */
const isDelivery = ({ actions }: Statement, requests: readonly PolicyRequest[]): boolean =>
  !actions.isNot &&
  actions.values.every((action) => requests.some((request) => request.action.toLowerCase() === action));

const loosens = (piece: Statement, expected: readonly Statement[]): boolean =>
  expected.flatMap(split).some((other) => coversStatement(piece, other));

const observeLostDeny = (piece: Statement): PolicyObservation => ({
  aspect: 'protection',
  class: 'weaker',
  evidence: `${describeWho(piece)} is no longer denied ${describeWhat(piece)}`,
});

function observeNewDeny(
  piece: Statement,
  expected: readonly Statement[],
  requests: readonly PolicyRequest[],
): PolicyObservation {
  const evidence = `${describeWho(piece)} is now denied ${describeWhat(piece)}`;
  if (!piece.isUnclear && (isAboutInsecureTransport(piece) || isHarmless(piece, expected, requests)))
    return { aspect: 'protection', class: 'stronger', evidence };
  if (isCloudTrails(piece)) return { aspect: 'delivery', class: 'different', evidence };
  return { aspect: 'readers', class: 'weaker', evidence };
}

/**
 * Whether it keeps people from tampering and not CloudTrail from delivering. Policies from before 2015 let CloudTrail in by
 * accounts of its own: of these nothing is known here, and so nothing of who is denied.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
const isHarmless = (
  { actions }: Statement,
  expected: readonly Statement[],
  requests: readonly PolicyRequest[],
): boolean =>
  isRemoving(actions) ||
  (isTampering(actions) && requests.every((request) => decide(expected, request) !== 'denied'));

const isCloudTrails = ({ principals, isUnclear }: Statement): boolean =>
  !isUnclear && isOnly(principals, (principal) => principal === CLOUDTRAIL);

/** A deleted principal is nobody. */
const isNobodys = ({ principals, isUnclear }: Statement): boolean =>
  !isUnclear && isOnly(principals, (principal) => principal.startsWith('deleted:'));
