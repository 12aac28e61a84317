import type { Service } from '../../endpoint/operation.ts';
import { AddPermission } from './AddPermission.ts';
import { CreateEventSourceMapping } from './CreateEventSourceMapping.ts';
import { CreateFunction } from './CreateFunction.ts';
import { DeleteEventSourceMapping } from './DeleteEventSourceMapping.ts';
import { DeleteFunction } from './DeleteFunction.ts';
import { DeleteFunctionConcurrency } from './DeleteFunctionConcurrency.ts';
import { DeleteFunctionEventInvokeConfig } from './DeleteFunctionEventInvokeConfig.ts';
import { GetAccountSettings } from './GetAccountSettings.ts';
import { GetEventSourceMapping } from './GetEventSourceMapping.ts';
import { GetFunction } from './GetFunction.ts';
import { GetFunctionCodeSigningConfig } from './GetFunctionCodeSigningConfig.ts';
import { GetFunctionConcurrency } from './GetFunctionConcurrency.ts';
import { GetFunctionConfiguration } from './GetFunctionConfiguration.ts';
import { GetFunctionEventInvokeConfig } from './GetFunctionEventInvokeConfig.ts';
import { GetPolicy } from './GetPolicy.ts';
import { Invoke } from './invoke.ts';
import { ListEventSourceMappings } from './ListEventSourceMappings.ts';
import { ListFunctions } from './ListFunctions.ts';
import { ListTags } from './ListTags.ts';
import { ListVersionsByFunction } from './ListVersionsByFunction.ts';
import { PutFunctionConcurrency } from './PutFunctionConcurrency.ts';
import { PutFunctionEventInvokeConfig } from './PutFunctionEventInvokeConfig.ts';
import { RemovePermission } from './RemovePermission.ts';
import { TagResource } from './TagResource.ts';
import { UntagResource } from './UntagResource.ts';
import { UpdateEventSourceMapping } from './UpdateEventSourceMapping.ts';
import { UpdateFunctionCode } from './UpdateFunctionCode.ts';
import { UpdateFunctionConfiguration } from './UpdateFunctionConfiguration.ts';

export const lambda: Service = {
  name: 'lambda',
  operations: {
    AddPermission,
    CreateEventSourceMapping,
    CreateFunction,
    DeleteEventSourceMapping,
    DeleteFunction,
    DeleteFunctionConcurrency,
    DeleteFunctionEventInvokeConfig,
    GetAccountSettings,
    GetEventSourceMapping,
    GetFunction,
    GetFunctionCodeSigningConfig,
    GetFunctionConcurrency,
    GetFunctionConfiguration,
    GetFunctionEventInvokeConfig,
    GetPolicy,
    ListEventSourceMappings,
    ListFunctions,
    ListTags,
    Invoke,
    ListVersionsByFunction,
    PutFunctionConcurrency,
    PutFunctionEventInvokeConfig,
    RemovePermission,
    TagResource,
    UntagResource,
    UpdateEventSourceMapping,
    UpdateFunctionCode,
    UpdateFunctionConfiguration,
  },
};
