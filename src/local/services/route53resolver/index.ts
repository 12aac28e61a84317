import type { Service } from '../../endpoint/operation.ts';
import { AssociateResolverQueryLogConfig } from './AssociateResolverQueryLogConfig.ts';
import { CreateResolverQueryLogConfig } from './CreateResolverQueryLogConfig.ts';
import { DeleteResolverQueryLogConfig } from './DeleteResolverQueryLogConfig.ts';
import { DisassociateResolverQueryLogConfig } from './DisassociateResolverQueryLogConfig.ts';
import { GetResolverQueryLogConfig } from './GetResolverQueryLogConfig.ts';
import { ListResolverQueryLogConfigAssociations } from './ListResolverQueryLogConfigAssociations.ts';
import { ListResolverQueryLogConfigs } from './ListResolverQueryLogConfigs.ts';

/** Route 53 Resolver: where the DNS queries of VPCs are logged to. */
export const route53resolver: Service = {
  name: 'route53resolver',
  operations: {
    AssociateResolverQueryLogConfig,
    CreateResolverQueryLogConfig,
    DeleteResolverQueryLogConfig,
    DisassociateResolverQueryLogConfig,
    GetResolverQueryLogConfig,
    ListResolverQueryLogConfigAssociations,
    ListResolverQueryLogConfigs,
  },
};
