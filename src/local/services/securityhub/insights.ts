import type { Insight } from '@aws-sdk/client-securityhub';
import { type Hub, resourceNotFound } from './hub.ts';

/** @throws ServiceError `ResourceNotFoundException` */
export function insightOf({ insights }: Hub, arn: string | undefined): Insight {
  const insight = insights.get(arn ?? '');
  if (insight) return insight;
  throw resourceNotFound(`The insight ${arn} does not exist.`);
}
