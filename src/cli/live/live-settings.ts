import type { Settings } from '../../domain/settings.ts';
import type { Live } from './connect.ts';

/** Without a guard nobody is approved: then whatever is stored counts, as if the account itself had written it. */
export const anyoneOf = ({ partition, accountId }: Live['identity']): string =>
  `arn:${partition}:iam::${accountId}:root`;

/** The owner's decisions, with the defaults where no guard is deployed. */
export const settingsOf = ({
  identity,
  region,
  stack,
}: Pick<Live, 'identity' | 'region' | 'stack'>): Settings => ({
  accountId: identity.accountId,
  partition: identity.partition,
  region,
  mode: stack?.mode ?? 'restore',
  restoreScope: stack?.restoreScope ?? 'trail',
  trails: stack?.trails ?? [],
  approvedPrincipals: stack?.approvedPrincipals ?? [anyoneOf(identity)],
  sweepMinutes: stack?.sweepMinutes ?? 5,
  notifyOn: 'all',
  notifyOnAttempts: true,
  roleArn: stack?.roleArn ?? `arn:${identity.partition}:iam::${identity.accountId}:role/trailkeeper`,
  stackId: stack?.id ?? '',
  topicArn: stack?.topicArn ?? '',
});
