import { expect, test } from 'vitest';
import { serviceModel } from '../service-models.ts';
import { findRoute } from './rest-routes.ts';

function route(service: string, method: string, path: string, query = '', headers = {}): string | undefined {
  const model = serviceModel(service);
  if (!model) throw new Error(`no service ${service}`);
  return findRoute(model, { method, path, query: new URLSearchParams(query), headers })?.operation.name;
}

test.each([
  ['PUT', '/k', '', {}, 'PutObject'],
  ['PUT', '/k', '', { 'x-amz-copy-source': 'b/k' }, 'CopyObject'],
  ['PUT', '/k', 'partNumber=1&uploadId=u', {}, 'UploadPart'],
  ['PUT', '/k', 'partNumber=1&uploadId=u', { 'x-amz-copy-source': 'b/k' }, 'UploadPartCopy'],
  ['PUT', '/k', 'tagging', {}, 'PutObjectTagging'],
  ['GET', '/k', '', {}, 'GetObject'],
  ['GET', '/k', 'x-id=GetObject', {}, 'GetObject'],
  ['GET', '/k', 'versionId=1', {}, 'GetObject'],
  ['GET', '/k', 'uploadId=u', {}, 'ListParts'],
  ['HEAD', '/k', '', {}, 'HeadObject'],
  ['DELETE', '/k', '', {}, 'DeleteObject'],
  ['DELETE', '/k', 'uploadId=u', {}, 'AbortMultipartUpload'],
  ['GET', '/', 'list-type=2', {}, 'ListObjectsV2'],
  ['GET', '/', 'versions', {}, 'ListObjectVersions'],
  ['GET', '/', 'lifecycle', {}, 'GetBucketLifecycleConfiguration'],
  ['GET', '/', 'analytics', {}, 'ListBucketAnalyticsConfigurations'],
  ['GET', '/', 'analytics&id=a', {}, 'GetBucketAnalyticsConfiguration'],
  ['POST', '/', 'delete', {}, 'DeleteObjects'],
])('S3: %s %s?%s %j is %s', (method, path, query, headers, operation) => {
  expect(route('s3', method, path, query, headers)).toBe(operation);
});

test.each([
  ['DELETE', '/', 'versioning'],
  ['DELETE', '/', 'acl'],
  ['PUT', '/k', 'uploadId=u'],
])('S3: %s %s?%s, which does not exist, is nothing else instead', (method, path, query) => {
  expect(route('s3', method, path, query)).toBeUndefined();
});

test.each([
  ['lambda', 'GET', '/2015-03-31/functions/', 'ListFunctions'],
  ['lambda', 'GET', '/2015-03-31/functions', 'ListFunctions'],
  ['lambda', 'POST', '/2015-03-31/functions/f/invocations', 'Invoke'],
  ['lambda', 'POST', '/2014-11-13/functions/f/invoke-async/', 'InvokeAsync'],
  ['scheduler', 'GET', '/schedules', 'ListSchedules'],
  ['scheduler', 'GET', '/schedules/s', 'GetSchedule'],
  ['securityhub', 'POST', '/findings/import', 'BatchImportFindings'],
  ['guardduty', 'POST', '/detector', 'CreateDetector'],
])('%s: %s %s is %s', (service, method, path, operation) => {
  expect(route(service, method, path)).toBe(operation);
});

test('labels are decoded, slashes in them included', () => {
  const lambda = serviceModel('lambda');
  const path = '/2015-03-31/functions/arn%3Aaws%3Alambda%2Fx/policy';
  const found =
    lambda && findRoute(lambda, { method: 'GET', path, query: new URLSearchParams(), headers: {} });
  expect(found?.labels.get('FunctionName')).toBe('arn:aws:lambda/x');
});
