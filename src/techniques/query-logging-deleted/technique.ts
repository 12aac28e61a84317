import type { Technique } from '../../domain/technique.ts';

export const queryLoggingDeleted: Technique = {
  id: 'route53resolver.query-logging-deleted',
  catalogue: ['CT-103'],
  severity: 'high',
  done: 'stopped the logging of DNS queries',
  subject: 'account',
  calls: [
    {
      eventSource: 'route53resolver.amazonaws.com',
      eventNames: ['DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig'],
    },
  ],
  drift: [],
  restore: [],
  lost: 'DNS queries of that time.',
  toDo: 'Make the query logging again, and associate it with its VPCs.',
};
