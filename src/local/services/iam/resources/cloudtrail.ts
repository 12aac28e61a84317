import { arnOf } from '../arn-of.ts';
import { all, named, type ResourceRules } from './resource-rules.ts';

const trail = (member: string) => named(member, (name, call) => arnOf(call, 'cloudtrail', `trail/${name}`));

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html */
export const cloudtrail: ResourceRules = new Map([
  ...all(
    trail('Name'),
    'CreateTrail',
    'DeleteTrail',
    'GetTrail',
    'GetTrailStatus',
    'StartLogging',
    'StopLogging',
    'UpdateTrail',
  ),
  ...all(
    trail('TrailName'),
    'GetEventSelectors',
    'GetInsightSelectors',
    'GetEventConfiguration',
    'PutEventConfiguration',
    'PutEventSelectors',
    'PutInsightSelectors',
  ),
  ...all(trail('ResourceId'), 'AddTags', 'RemoveTags'),
  ...all(trail('ResourceIdList'), 'ListTags'),
]);
