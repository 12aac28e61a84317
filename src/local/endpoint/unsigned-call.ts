import type { HttpRequest } from './http-message.ts';

/** A call that AWS takes from anybody: who follows the link has the token, or is let go. */
export interface UnsignedCall {
  readonly service: string;
  readonly accountId: string;
  readonly region: string;
}

/** The links in SNS's e-mails, and the parameter whose ARN says whose topic it is. */
const links = new Map([
  ['ConfirmSubscription', 'TopicArn'],
  ['Unsubscribe', 'SubscriptionArn'],
]);

/** @see https://docs.aws.amazon.com/sns/latest/dg/logging-using-cloudtrail.html (unauthenticated mode) */
export function unsignedCallOf({ method, query }: HttpRequest): UnsignedCall | undefined {
  const arnParameter = links.get(query.get('Action') ?? '');
  if (method !== 'GET' || !arnParameter) return undefined;
  const arn = /^arn:[^:]+:(sns):([a-z0-9-]+):(\d{12}):/.exec(query.get(arnParameter) ?? '');
  const [, service, region, accountId] = arn ?? [];
  return service && region && accountId ? { service, region, accountId } : undefined;
}
