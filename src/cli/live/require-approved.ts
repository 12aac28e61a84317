import { parseArn } from '../../domain/arn.ts';
import { isApprovedPrincipal } from '../../domain/baseline/approved-principal.ts';
import { asJsonObject } from '../../domain/json.ts';
import { readPart } from '../../domain/snapshot.ts';
import { NotDoneError } from '../exit-codes.ts';
import type { Live } from './connect.ts';
import { DEFAULT_STACK } from './live-flags.ts';

/**
 * What an unapproved caller has to know; null for an approved one. Parameter Store tells the guard who wrote, by ARN and never by
 * unique id: whoever is not approved by ARN counts as a tamperer there.
 */
export async function whyUnapproved(live: Live): Promise<string | null> {
  const { identity, stack } = live;
  if (!stack)
    return `No guard is deployed here, so nobody is approved yet: a guard that comes later counts what you write only if its parameter ApprovedPrincipals names you (${await principalOf(live)}).`;
  if (isApprovedPrincipal(identity.arn, stack.approvedPrincipals)) return null;
  const byId = isApprovedPrincipal(identity.userId, stack.approvedPrincipals)
    ? ' Your unique id is, but Parameter Store does not tell that: the ARN is needed too.'
    : '';
  return [
    `${identity.arn} is none of the guard’s approved principals, so the guard would take what you write for tampering.${byId}`,
    `To approve yourself, add your ARN to the parameter ApprovedPrincipals of the stack ${stack.name}: in CloudFormation’s console by Update, or by`,
    await updateCommand(live),
  ].join('\n');
}

/** @throws NotDoneError when the guard would take what the caller writes for tampering */
export async function requireApproved(
  live: Live,
  { evenThoughUnapproved }: { readonly evenThoughUnapproved: boolean },
): Promise<void> {
  const why = evenThoughUnapproved ? null : await whyUnapproved(live);
  if (why)
    throw new NotDoneError(`${why}\nNothing was changed. --even-though-unapproved writes it all the same.`);
}

/** Every other parameter is named too: one that an update leaves out goes back to its default. */
async function updateCommand(live: Live): Promise<string> {
  const { name, approvedPrincipals, parameterNames } = live.stack ?? {
    name: DEFAULT_STACK,
    approvedPrincipals: [],
    parameterNames: [],
  };
  const value = [...approvedPrincipals, await principalOf(live)].join(',');
  const parameters = parameterNames.map((ParameterKey) =>
    ParameterKey === 'ApprovedPrincipals'
      ? { ParameterKey, ParameterValue: value }
      : { ParameterKey, UsePreviousValue: true },
  );
  const command = `  aws cloudformation update-stack --stack-name ${name} --region ${live.region} --use-previous-template --capabilities CAPABILITY_IAM`;
  return `${command} --parameters '${JSON.stringify(parameters)}'`;
}

/** The ARN that stays the same for all sessions. A role's path is not in its sessions' ARNs, so IAM is asked. */
async function principalOf({ identity, callAws, region }: Live): Promise<string> {
  const { accountId, partition, arn } = identity;
  const [, RoleName] = /^assumed-role\/([^/]+)/.exec(parseArn(arn)?.resource ?? '') ?? [];
  if (!RoleName) return arn;
  const role = await readPart(() =>
    callAws({ service: 'iam', operation: 'GetRole', region, input: { RoleName } }),
  );
  const known = role.read ? asJsonObject(role.value.Role).Arn : undefined;
  return typeof known === 'string' ? known : `arn:${partition}:iam::${accountId}:role/${RoleName}`;
}
