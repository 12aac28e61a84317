import type { Service } from '../../endpoint/operation.ts';
import { CreateTable } from './CreateTable.ts';
import { DeleteItem } from './DeleteItem.ts';
import { DeleteTable } from './DeleteTable.ts';
import { DescribeContinuousBackups } from './DescribeContinuousBackups.ts';
import { DescribeTable } from './DescribeTable.ts';
import { DescribeTimeToLive } from './DescribeTimeToLive.ts';
import { GetItem } from './GetItem.ts';
import { ListTables } from './ListTables.ts';
import { ListTagsOfResource } from './ListTagsOfResource.ts';
import { PutItem } from './PutItem.ts';
import { Query } from './Query.ts';
import { Scan } from './Scan.ts';
import { TagResource } from './TagResource.ts';
import { UntagResource } from './UntagResource.ts';
import { UpdateContinuousBackups } from './UpdateContinuousBackups.ts';
import { UpdateItem } from './UpdateItem.ts';
import { UpdateTable } from './UpdateTable.ts';
import { UpdateTimeToLive } from './UpdateTimeToLive.ts';

export const dynamodb: Service = {
  name: 'dynamodb',
  operations: {
    CreateTable,
    DeleteItem,
    DeleteTable,
    DescribeContinuousBackups,
    DescribeTable,
    DescribeTimeToLive,
    GetItem,
    ListTables,
    ListTagsOfResource,
    PutItem,
    Query,
    Scan,
    TagResource,
    UntagResource,
    UpdateContinuousBackups,
    UpdateItem,
    UpdateTable,
    UpdateTimeToLive,
  },
};
