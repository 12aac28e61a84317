import type { Call } from '../../../endpoint/operation.ts';
import { arnOf } from '../arn-of.ts';
import { all, type Input, named, type ResourceRule, type ResourceRules, texts } from './resource-rules.ts';

const tableArn = (name: string, call: Call) => arnOf(call, 'dynamodb', `table/${name}`);
const table = named('TableName', tableArn);

/** Reads through an index are reads of the index. */
const tableOrIndex: ResourceRule = (input, call) => {
  const [index] = texts(input.IndexName);
  return table(input, call).map((arn) => (index ? `${arn}/index/${index}` : arn));
};

const tablesOf = (names: Iterable<string>, call: Call) =>
  [...new Set(names)].map((name) => (name.startsWith('arn:') ? name : tableArn(name, call)));

const tablesOfBatch: ResourceRule = ({ RequestItems: items }, call) =>
  tablesOf(Object.keys(Object(items)), call);

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
export const dynamodb: ResourceRules = new Map([
  ...all(
    table,
    'CreateTable',
    'DeleteItem',
    'DeleteTable',
    'DescribeContinuousBackups',
    'DescribeTable',
    'DescribeTimeToLive',
    'GetItem',
    'PutItem',
    'UpdateContinuousBackups',
    'UpdateItem',
    'UpdateTable',
    'UpdateTimeToLive',
  ),
  ...all(tableOrIndex, 'Query', 'Scan'),
  ...all(tablesOfBatch, 'BatchGetItem', 'BatchWriteItem'),
  ...all(
    named('ResourceArn', (name) => name),
    'ListTagsOfResource',
    'TagResource',
    'UntagResource',
  ),
]);

const bucket: ResourceRule = (input, { partition }) =>
  texts(input.Bucket).map((name) => `arn:${partition}:s3:::${name}`);

const object: ResourceRule = (input, call) =>
  bucket(input, call).flatMap((arn) => texts(input.Key).map((key) => `${arn}/${key}`));

const objectsOfDelete: ResourceRule = (input, call) => {
  const { Objects: objects } = Object(input.Delete) as { Objects?: readonly Input[] };
  return bucket(input, call).flatMap((arn) =>
    texts(objects?.map(({ Key }) => Key)).map((key) => `${arn}/${key}`),
  );
};

/**
 * S3 has dozens of operations: those with a key act on the object, those with a bucket on the bucket.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const s3: ResourceRule = (input, call) => {
  if (input.Delete !== undefined) return objectsOfDelete(input, call);
  return input.Key === undefined ? bucket(input, call) : object(input, call);
};
