import { ServiceError } from '../../endpoint/service-error.ts';
import { matchesWildcard } from '../iam/policy/wildcard.ts';
import { conditionsHold, isHeldToFixedValues } from './policy-conditions.ts';

/** Who asks for something: a service by its host name, or an identity by its ARN. */
export type Principal =
  | { readonly service: string }
  | {
      /** Of the user, the role or the account's root. */
      readonly arn: string;
      readonly accountId: string;
      /** Of a role's session. */
      readonly sessionArn?: string;
    };

export interface PolicyRequest {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  /** Condition keys and their values; keys in any case. */
  readonly context?: ReadonlyMap<string, string>;
}

type OneOrMany = string | readonly string[];

/** A statement of a bucket's or a key's policy, as far as its form was checked. */
export interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Condition?: unknown;
}

/**
 * The statements of a policy.
 * @throws ServiceError with `code` when the text is no policy
 */
export function statementsOf(policy: string, code = 'MalformedPolicy'): readonly Statement[] {
  const document = parse(policy);
  if (!isObject(document)) throw new ServiceError(code, 'Policies must be valid JSON');
  const statements: unknown[] = [document.Statement].flat();
  if (statements.length > 0 && statements.every(isStatement)) return statements;
  throw new ServiceError(code, 'Missing or invalid element in a policy statement');
}

/** What a resource's policy says to a request: an explicit deny wins over every allow. */
export function decide(policy: string | undefined, request: PolicyRequest): PolicyDecision {
  const statements = policy === undefined ? [] : statementsOf(policy);
  const effects = statements.filter((statement) => fits(statement, request)).map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'denied';
  return effects.length > 0 ? 'allowed' : 'not-allowed';
}

export type PolicyDecision = 'allowed' | 'denied' | 'not-allowed';

/** Whether a resource's policy alone lets a principal act: an Allow that fits, and no Deny that fits. */
export const isAllowed = (policy: string | undefined, request: PolicyRequest): boolean =>
  decide(policy, request) === 'allowed';

/**
 * Whether anyone at all is let in: what "block public policy" refuses. A statement for everyone is not public when a
 * condition holds it to fixed values of who or where from.
 */
export const isPublicPolicy = (policy: string): boolean =>
  statementsOf(policy).some(
    ({ Effect, Principal, NotPrincipal, Condition }) =>
      Effect === 'Allow' &&
      (NotPrincipal !== undefined || principalsOf(Principal).includes('AWS:*')) &&
      !isHeldToFixedValues(Condition),
  );

const fits = (statement: Statement, request: PolicyRequest): boolean =>
  fitsPrincipal(statement, request.principal) &&
  // Actions are compared without regard to case, resources are not.
  fitsOne(lower(statement.Action), lower(statement.NotAction), request.action.toLowerCase()) &&
  fitsOne(statement.Resource, statement.NotResource, request.resource) &&
  conditionsHold(statement.Condition, request.context ?? new Map(), statement.Effect === 'Deny');

function fitsPrincipal({ Principal, NotPrincipal }: Statement, principal: Principal): boolean {
  const names = namesOf(principal);
  if (NotPrincipal !== undefined) return !principalsOf(NotPrincipal).some((name) => names.includes(name));
  return principalsOf(Principal).some((name) => names.includes(name));
}

/** What a policy may call a principal. */
const namesOf = (principal: Principal): readonly string[] =>
  'service' in principal
    ? [`Service:${principal.service}`, 'AWS:*']
    : [
        `AWS:${principal.arn}`,
        ...(principal.sessionArn ? [`AWS:${principal.sessionArn}`] : []),
        `AWS:${principal.accountId}`,
        `AWS:arn:${principal.arn.split(':')[1]}:iam::${principal.accountId}:root`,
        'AWS:*',
      ];

function principalsOf(element: unknown): readonly string[] {
  if (element === '*') return ['AWS:*'];
  if (!isObject(element)) return [];
  return Object.entries(element).flatMap(([kind, names]) => [names].flat().map((name) => `${kind}:${name}`));
}

function fitsOne(wanted: OneOrMany | undefined, unwanted: OneOrMany | undefined, value: string): boolean {
  const matches = (patterns: OneOrMany) =>
    [patterns].flat().some((pattern) => matchesWildcard(pattern, value));
  if (unwanted !== undefined) return !matches(unwanted);
  return wanted !== undefined && matches(wanted);
}

const lower = (names: OneOrMany | undefined) => names && [names].flat().map((name) => name.toLowerCase());

function parse(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch {
    return undefined;
  }
}

const isStatement = (value: unknown): value is Statement =>
  isObject(value) &&
  (value.Effect === 'Allow' || value.Effect === 'Deny') &&
  (value.Principal !== undefined || value.NotPrincipal !== undefined) &&
  (isOneOrMany(value.Action) || isOneOrMany(value.NotAction)) &&
  (isOneOrMany(value.Resource) || isOneOrMany(value.NotResource));

const isOneOrMany = (value: unknown) =>
  typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
