import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
import { dynamodb } from './index.ts';

let aws: ReturnType<typeof testWorld>;
const send = (operation: string, input: object = {}) => aws.send('dynamodb', operation, input);
const ofTable = (operation: string, more: object = {}) =>
  send(operation, { TableName: 'incidents', ...more });

const KEYS = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
};

beforeEach(async () => {
  aws = testWorld(dynamodb);
  await ofTable('CreateTable', { ...KEYS, BillingMode: 'PAY_PER_REQUEST' });
});

const key = (pk: string, sk: number) => ({ pk: { S: pk }, sk: { N: String(sk) } });
const put = (pk: string, sk: number, more = {}) => ofTable('PutItem', { Item: { ...key(pk, sk), ...more } });
const update = (pk: string, sk: number, UpdateExpression: string, more = {}) =>
  ofTable('UpdateItem', { Key: key(pk, sk), UpdateExpression, ReturnValues: 'ALL_NEW', ...more });

describe('tables', () => {
  test('are described as they were made', async () => {
    expect(await ofTable('DescribeTable')).toMatchObject({
      Table: { TableStatus: 'ACTIVE', ...KEYS, BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } },
    });
  });

  test('are not deleted while protected', async () => {
    await ofTable('UpdateTable', { DeletionProtectionEnabled: true });
    await expect(ofTable('DeleteTable')).rejects.toMatchObject({ code: 'ValidationException' });
    await ofTable('UpdateTable', { DeletionProtectionEnabled: false });
    await ofTable('DeleteTable');
    await expect(ofTable('DescribeTable')).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });

  test('refuse by name what is not served', async () => {
    await expect(ofTable('CreateTable', { ...KEYS, GlobalSecondaryIndexes: [{}] })).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining('GlobalSecondaryIndexes'),
    });
  });

  test('refuse attributes defined for no key', async () => {
    const AttributeDefinitions = [...KEYS.AttributeDefinitions, { AttributeName: 'x', AttributeType: 'S' }];
    await expect(
      send('CreateTable', {
        ...KEYS,
        TableName: 'other',
        AttributeDefinitions,
        BillingMode: 'PAY_PER_REQUEST',
      }),
    ).rejects.toMatchObject({ code: 'ValidationException' });
  });

  test('keep point-in-time recovery and tags', async () => {
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
    await ofTable('UpdateContinuousBackups', { PointInTimeRecoverySpecification });
    expect(await ofTable('DescribeContinuousBackups')).toMatchObject({
      ContinuousBackupsDescription: {
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' },
      },
    });
    const ResourceArn = 'arn:aws:dynamodb:us-east-1:111122223333:table/incidents';
    await send('TagResource', { ResourceArn, Tags: [{ Key: 'a', Value: 'b' }] });
    expect(await send('ListTagsOfResource', { ResourceArn })).toEqual({ Tags: [{ Key: 'a', Value: 'b' }] });
  });

  test('drop items whose time to live is over', async () => {
    await ofTable('UpdateTimeToLive', { TimeToLiveSpecification: { Enabled: true, AttributeName: 'ends' } });
    await put('a', 1, { ends: { N: String(aws.clock.now() / 1000 + 60) } });
    await aws.clock.advance(60_000);
    expect(await ofTable('Scan')).toMatchObject({ Count: 1 });
    await aws.clock.advance(1_000);
    expect(await ofTable('Scan')).toMatchObject({ Count: 0 });
  });
});

describe('items', () => {
  test('are found by their key, whatever way its number is written', async () => {
    await put('a', 1, { v: { N: '007.50' } });
    expect(await ofTable('GetItem', { Key: { pk: { S: 'a' }, sk: { N: '1.0' } } })).toEqual({
      Item: { ...key('a', 1), v: { N: '7.5' } },
    });
  });

  test.each([
    ['a missing key', { pk: { S: 'a' } }],
    ['a key of another type', { pk: { S: 'a' }, sk: { S: '1' } }],
    ['an empty key', { pk: { S: '' }, sk: { N: '1' } }],
    ['an empty set', { ...key('a', 1), v: { SS: [] } }],
    ['a value of two types', { ...key('a', 1), v: { S: 'x', N: '1' } }],
    ['a number that is none', { ...key('a', 1), v: { N: 'x' } }],
    ['more than 38 digits', { ...key('a', 1), v: { N: '1'.repeat(39) } }],
    ['more than 400 KB', { ...key('a', 1), v: { S: 'x'.repeat(400 * 1024) } }],
  ])('with %s are refused', async (_, Item) => {
    await expect(ofTable('PutItem', { Item })).rejects.toMatchObject({ code: 'ValidationException' });
  });

  test('are put only once under attribute_not_exists', async () => {
    const ConditionExpression = 'attribute_not_exists(pk)';
    await ofTable('PutItem', { Item: key('a', 1), ConditionExpression });
    await expect(ofTable('PutItem', { Item: key('a', 1), ConditionExpression })).rejects.toMatchObject({
      code: 'ConditionalCheckFailedException',
    });
  });

  test('are given back as they were', async () => {
    await put('a', 1, { v: { S: 'old' } });
    const deleted = await ofTable('DeleteItem', { Key: key('a', 1), ReturnValues: 'ALL_OLD' });
    expect(deleted).toEqual({ Attributes: { ...key('a', 1), v: { S: 'old' } } });
  });
});

describe('conditions', () => {
  const item = {
    n: { N: '10' },
    s: { S: 'abc' },
    m: { M: { l: { L: [{ S: 'x' }, { S: 'y' }] } } },
    tags: { SS: ['a', 'b'] },
  };
  const check = async (ConditionExpression: string, values: object = {}) => {
    await put('c', 1, item);
    return ofTable('UpdateItem', {
      Key: key('c', 1),
      ConditionExpression,
      ...(Object.keys(values).length ? { ExpressionAttributeValues: values } : {}),
    });
  };

  test.each([
    ['n BETWEEN :a AND :b', { ':a': { N: '9' }, ':b': { N: '10.0' } }],
    ['n IN (:a, :b)', { ':a': { N: '1' }, ':b': { N: '10' } }],
    ['n = :a OR n > :b AND n < :b', { ':a': { N: '10' }, ':b': { N: '5' } }],
    ['NOT (n = :a) and s <> :a', { ':a': { N: '11' } }],
    ['begins_with(s, :a)', { ':a': { S: 'ab' } }],
    [
      'contains(s, :a) AND contains(tags, :b) AND contains(m.l, :c)',
      { ':a': { S: 'bc' }, ':b': { S: 'a' }, ':c': { S: 'y' } },
    ],
    ['m.l[1] = :y AND size(m.l) = :two', { ':y': { S: 'y' }, ':two': { N: '2' } }],
    [
      'attribute_type(n, :t) AND attribute_exists(m.l[0]) AND attribute_not_exists(m.l[2])',
      { ':t': { S: 'N' } },
    ],
    ['tags = :same', { ':same': { SS: ['b', 'a'] } }],
  ])('%s holds', async (expression, values) => {
    await expect(check(expression, values)).resolves.toEqual({ Attributes: undefined });
  });

  test.each([
    ['n < :s', { ':s': { S: '99' } }],
    ['absent = :s', { ':s': { S: '99' } }],
    ['contains(tags, :one)', { ':one': { N: '1' } }],
  ])('%s does not hold', async (expression, values) => {
    await expect(check(expression, values)).rejects.toMatchObject({
      code: 'ConditionalCheckFailedException',
    });
  });

  test.each([
    ['a reserved word', 'status = :v', { ':v': { S: '' } }],
    ['a value that is not defined', 'n = :v', {}],
    ['a value that is not used', 'n = n', { ':v': { S: '' } }],
    ['an unknown function', 'upper(s) = :v', { ':v': { S: '' } }],
    ['an open bracket', '(n = n', {}],
    ['two conditions without a word between', 'n = n s = s', {}],
    ['an unknown character', 'n = n;', {}],
    ['nothing', ' ', {}],
  ])('with %s are refused', async (_, expression, values) => {
    await expect(check(expression, values)).rejects.toMatchObject({ code: 'ValidationException' });
  });
});

describe('updates', () => {
  test('set, add, remove, each from the item as it was', async () => {
    await put('a', 1, {
      a: { N: '1' },
      b: { N: '2' },
      gone: { S: 'x' },
      l: { L: [{ N: '0' }, { N: '1' }, { N: '2' }] },
    });
    const { Attributes } = (await update(
      'a',
      1,
      'SET a = b, b = a + :five, c = if_not_exists(c, :five), l = list_append(l, :l) REMOVE gone ADD #n :five',
      {
        ExpressionAttributeNames: { '#n': 'count' },
        ExpressionAttributeValues: { ':five': { N: '5' }, ':l': { L: [{ N: '3' }] } },
      },
    )) as { Attributes: object };
    expect(Attributes).toEqual({
      ...key('a', 1),
      a: { N: '2' },
      b: { N: '6' },
      c: { N: '5' },
      count: { N: '5' },
      l: { L: [{ N: '0' }, { N: '1' }, { N: '2' }, { N: '3' }] },
    });
  });

  test('reach into maps and lists', async () => {
    await put('a', 1, { m: { M: { l: { L: [{ N: '0' }, { N: '1' }, { N: '2' }] } } } });
    const values = { ExpressionAttributeValues: { ':v': { S: 'new' } } };
    expect(await update('a', 1, 'SET m.x = :v, m.l[9] = :v', values)).toMatchObject({
      Attributes: { m: { M: { x: { S: 'new' }, l: { L: [{}, {}, {}, { S: 'new' }] } } } },
    });
    expect(await update('a', 1, 'REMOVE m.l[0], m.l[2], m.x')).toMatchObject({
      Attributes: { m: { M: { l: { L: [{ N: '1' }, { S: 'new' }] } } } },
    });
    await expect(update('a', 1, 'SET nope.x = :v', values)).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });

  test('put members into sets and take them out, and keep no empty set', async () => {
    const values = (...SS: string[]) => ({ ExpressionAttributeValues: { ':v': { SS } } });
    expect(await update('a', 1, 'ADD tags :v', values('x', 'y'))).toMatchObject({
      Attributes: { tags: { SS: ['x', 'y'] } },
    });
    expect(await update('a', 1, 'DELETE tags :v', values('x'))).toMatchObject({
      Attributes: { tags: { SS: ['y'] } },
    });
    expect(await update('a', 1, 'DELETE tags :v', values('y'))).toEqual({ Attributes: key('a', 1) });
  });

  test('are exact where floating point is not', async () => {
    await put('a', 1, { n: { N: '0.1' } });
    expect(
      await update('a', 1, 'SET n = n + :v', { ExpressionAttributeValues: { ':v': { N: '0.2' } } }),
    ).toMatchObject({ Attributes: { n: { N: '0.3' } } });
  });

  test('give back only what they touched when asked', async () => {
    await put('a', 1, { a: { N: '1' }, b: { N: '2' } });
    const more = { ReturnValues: 'UPDATED_OLD', ExpressionAttributeValues: { ':v': { N: '9' } } };
    expect(await update('a', 1, 'SET a = :v', more)).toEqual({ Attributes: { a: { N: '1' } } });
  });

  test.each([
    ['a key', 'SET sk = :v'],
    ['one path twice', 'SET a = :v, a = :v'],
    ['a path and what lies in it', 'SET a = :v, a.b = :v'],
    ['a sum of text', 'SET a = pk + :v'],
    ['an attribute that is not there', 'SET a = absent + :v'],
    ['an unknown clause', 'PUT a = :v'],
  ])('of %s are refused', async (_, expression) => {
    await put('a', 1);
    const ExpressionAttributeValues = { ':v': { N: '1' } };
    await expect(update('a', 1, expression, { ExpressionAttributeValues })).rejects.toMatchObject({
      code: 'ValidationException',
    });
  });

  test('look at their condition before anything else', async () => {
    await expect(
      update('a', 1, 'SET a = absent', { ConditionExpression: 'attribute_exists(pk)' }),
    ).rejects.toMatchObject({ code: 'ConditionalCheckFailedException' });
  });
});

describe('queries', () => {
  beforeEach(async () => {
    for (const sk of [10, 2, 33]) await put('a', sk, { v: { N: String(sk * 2) } });
    await put('b', 1);
  });
  const query = async (KeyConditionExpression: string, values: object, more = {}) => {
    const input = { KeyConditionExpression, ExpressionAttributeValues: values, ...more };
    return (await ofTable('Query', input)) as { Items: { sk: { N: string } }[]; LastEvaluatedKey?: object };
  };
  const keys = ({ Items }: { Items: { sk: { N: string } }[] }) => Items.map(({ sk }) => Number(sk.N));
  const a = { ':p': { S: 'a' } };

  test('give one partition in the order of its sort key, or backwards', async () => {
    expect(keys(await query('pk = :p', a))).toEqual([2, 10, 33]);
    expect(keys(await query('pk = :p', a, { ScanIndexForward: false }))).toEqual([33, 10, 2]);
    expect(keys(await query('pk = :p AND sk >= :s', { ...a, ':s': { N: '10' } }))).toEqual([10, 33]);
  });

  test('go on where the last page ended', async () => {
    const first = await query('pk = :p', a, { Limit: 2 });
    expect(keys(first)).toEqual([2, 10]);
    const second = await query('pk = :p', a, { Limit: 2, ExclusiveStartKey: first.LastEvaluatedKey });
    expect(keys(second)).toEqual([33]);
    expect(second.LastEvaluatedKey).toBeUndefined();
  });

  test('filter what they read, and say how much that was', async () => {
    const more = { FilterExpression: 'v > :v', ProjectionExpression: 'sk' };
    expect(await query('pk = :p', { ...a, ':v': { N: '20' } }, more)).toMatchObject({
      Items: [{ sk: { N: '33' } }],
      Count: 1,
      ScannedCount: 3,
    });
  });

  test.each([
    ['without the partition key', 'sk = :p'],
    ['on another attribute', 'pk = :p AND v = :p'],
    ['with a comparison that no key has', 'pk = :p AND sk <> :p'],
    ['of two partitions', 'pk = :p OR pk = :p'],
  ])('%s are refused', async (_, expression) => {
    await expect(query(expression, a)).rejects.toMatchObject({ code: 'ValidationException' });
  });

  test('scan the whole table', async () => {
    expect(await ofTable('Scan', { Select: 'COUNT' })).toMatchObject({ Count: 4 });
  });
});
