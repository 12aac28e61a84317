import { parseArn } from '../../arn.ts';
import { isJsonObject } from '../../json.ts';
import { EVERYTHING, type Relation, type Scope } from './scope.ts';

// Principals in one form: `*`, `account:<id>`, `service:<name>`, `federated:<name>`, `canonical:<id>`, `deleted:<id>`, and
// users, roles and sessions by their ARN.

/**
 * The principals of a statement; undefined when they are not understood.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function readPrincipals(element: unknown): readonly string[] | undefined {
  if (element === '*') return EVERYTHING.values;
  if (!isJsonObject(element)) return;
  const lists = Object.entries(element).map(([type, value]) => readOfType(type, value));
  if (lists.length === 0 || lists.includes(undefined)) return;
  return lists.flatMap((list) => list ?? []);
}

function readOfType(type: string, value: unknown): readonly string[] | undefined {
  const read = TYPES.get(type);
  const values = Array.isArray(value) ? value : [value];
  if (!read || values.length === 0 || !values.every((item) => typeof item === 'string')) return;
  return values.map(read);
}

const TYPES: ReadonlyMap<string, (value: string) => string> = new Map([
  ['AWS', readAws],
  ['Service', (name) => `service:${name.toLowerCase()}`],
  ['Federated', (name) => `federated:${name}`],
  ['CanonicalUser', (id) => `canonical:${id}`],
]);

/** AWS shows the unique id of a user or role that is no more in place of its ARN. */
const UNIQUE_ID = /^A[A-Z0-9]{15,}$/;

function readAws(value: string): string {
  if (value === '*') return value;
  const account = /^\d{12}$/.test(value) ? value : accountOfRoot(value);
  if (account) return `account:${account}`;
  return UNIQUE_ID.test(value) ? `deleted:${value}` : value;
}

function accountOfRoot(value: string): string | undefined {
  const arn = parseArn(value);
  return arn?.service === 'iam' && arn.resource === 'root' ? arn.accountId : undefined;
}

/** The account that a principal belongs to, where its name tells. */
export const accountOf = (principal: string): string | undefined =>
  principal.startsWith('account:') ? principal.slice('account:'.length) : parseArn(principal)?.accountId;

const isOfAccount = (account: string, principal: string): boolean =>
  account.startsWith('account:') && accountOf(account) === accountOf(principal);

/** To be allowed by name is more than to be of an account that is allowed: that one's own policies decide as well. */
export const ALLOWED_PRINCIPALS: Relation = {
  includes: (outer, inner) => outer === '*' || outer === inner,
  mayOverlap: (one, other) => one === '*' || other === '*' || one === other || sharesAccount(one, other),
};

/** To be denied with one's account is to be denied. */
export const DENIED_PRINCIPALS: Relation = {
  ...ALLOWED_PRINCIPALS,
  includes: (outer, inner) => outer === '*' || outer === inner || isOfAccount(outer, inner),
};

const sharesAccount = (one: string, other: string) => isOfAccount(one, other) || isOfAccount(other, one);

/** Whether a scope holds nobody but these principals. */
export const isOnly = ({ isNot, values }: Scope, matches: (principal: string) => boolean): boolean =>
  !isNot && values.every(matches);
