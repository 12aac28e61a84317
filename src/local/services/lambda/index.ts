import type { Service } from '../../endpoint/operation.ts';
import { AddPermission } from './AddPermission.ts';
import { CreateAlias } from './CreateAlias.ts';
import { CreateEventSourceMapping } from './CreateEventSourceMapping.ts';
import { CreateFunction } from './CreateFunction.ts';
import { DeleteAlias } from './DeleteAlias.ts';
import { DeleteEventSourceMapping } from './DeleteEventSourceMapping.ts';
import { DeleteFunction } from './DeleteFunction.ts';
import { DeleteFunctionConcurrency } from './DeleteFunctionConcurrency.ts';
import { DeleteFunctionEventInvokeConfig } from './DeleteFunctionEventInvokeConfig.ts';
import { GetAccountSettings } from './GetAccountSettings.ts';
import { GetAlias } from './GetAlias.ts';
import { GetEventSourceMapping } from './GetEventSourceMapping.ts';
import { GetFunction } from './GetFunction.ts';
import { GetFunctionCodeSigningConfig } from './GetFunctionCodeSigningConfig.ts';
import { GetFunctionConcurrency } from './GetFunctionConcurrency.ts';
import { GetFunctionConfiguration } from './GetFunctionConfiguration.ts';
import { GetFunctionEventInvokeConfig } from './GetFunctionEventInvokeConfig.ts';
import { GetFunctionRecursionConfig } from './GetFunctionRecursionConfig.ts';
import { GetPolicy } from './GetPolicy.ts';
import { Invoke } from './invoke.ts';
import { ListAliases } from './ListAliases.ts';
import { ListEventSourceMappings } from './ListEventSourceMappings.ts';
import { ListFunctions } from './ListFunctions.ts';
import { ListTags } from './ListTags.ts';
import { ListVersionsByFunction } from './ListVersionsByFunction.ts';
import { PublishVersion } from './PublishVersion.ts';
import { PutFunctionConcurrency } from './PutFunctionConcurrency.ts';
import { PutFunctionEventInvokeConfig } from './PutFunctionEventInvokeConfig.ts';
import { PutFunctionRecursionConfig } from './PutFunctionRecursionConfig.ts';
import { RemovePermission } from './RemovePermission.ts';
import { TagResource } from './TagResource.ts';
import { UntagResource } from './UntagResource.ts';
import { UpdateAlias } from './UpdateAlias.ts';
import { UpdateEventSourceMapping } from './UpdateEventSourceMapping.ts';
import { UpdateFunctionCode } from './UpdateFunctionCode.ts';
import { UpdateFunctionConfiguration } from './UpdateFunctionConfiguration.ts';
import { UpdateFunctionEventInvokeConfig } from './UpdateFunctionEventInvokeConfig.ts';

export const lambda: Service = {
  name: 'lambda',
  operations: {
    AddPermission,
    CreateAlias,
    CreateEventSourceMapping,
    CreateFunction,
    DeleteAlias,
    DeleteEventSourceMapping,
    DeleteFunction,
    DeleteFunctionConcurrency,
    DeleteFunctionEventInvokeConfig,
    GetAccountSettings,
    GetAlias,
    GetEventSourceMapping,
    GetFunction,
    GetFunctionCodeSigningConfig,
    GetFunctionConcurrency,
    GetFunctionConfiguration,
    GetFunctionEventInvokeConfig,
    GetFunctionRecursionConfig,
    GetPolicy,
    Invoke,
    ListAliases,
    ListEventSourceMappings,
    ListFunctions,
    ListTags,
    ListVersionsByFunction,
    PublishVersion,
    PutFunctionConcurrency,
    PutFunctionEventInvokeConfig,
    PutFunctionRecursionConfig,
    RemovePermission,
    TagResource,
    UntagResource,
    UpdateAlias,
    UpdateEventSourceMapping,
    UpdateFunctionCode,
    UpdateFunctionConfiguration,
    UpdateFunctionEventInvokeConfig,
  },
};
