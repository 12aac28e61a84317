import { beforeEach, describe, expect, test } from 'vitest';
import { alice, testWorld } from '../../endpoint/test-world.ts';
import { events } from '../events/index.ts';
import { ssm } from './index.ts';

let aws: ReturnType<typeof testWorld>;
beforeEach(() => {
  aws = testWorld(ssm);
});

const send = (operation: string, input: object) => aws.send('ssm', operation, input);

const put = (Name: string, Value = 'v', more = {}) =>
  send('PutParameter', { Name, Value, Type: 'String', ...more });

describe('Parameter Store', () => {
  test('gives back what was put, by name, by ARN and by version', async () => {
    await put('/trails/main', 'one');
    await put('/trails/main', 'two', { Overwrite: true });
    const arn = 'arn:aws:ssm:us-east-1:111122223333:parameter/trails/main';
    const value = async (Name: string) => await send('GetParameter', { Name });
    expect(await value('/trails/main')).toMatchObject({ Parameter: { Value: 'two', Version: 2, ARN: arn } });
    expect(await value(arn)).toMatchObject({ Parameter: { Value: 'two' } });
    expect(await value(`${arn}:1`)).toMatchObject({ Parameter: { Value: 'one' } });
    expect(await value('/trails/main:1')).toMatchObject({ Parameter: { Value: 'one', Selector: ':1' } });
    await expect(value('/trails/main:9')).rejects.toMatchObject({ code: 'ParameterVersionNotFound' });
  });

  test('keeps the last hundred versions and who wrote each', async () => {
    await put('p');
    for (let i = 0; i < 100; i++) await put('p', `v${i}`, { Overwrite: true });
    const page = async (NextToken?: string) =>
      (await send('GetParameterHistory', { Name: 'p', NextToken })) as {
        Parameters: { Version: number; LastModifiedUser: string }[];
        NextToken?: string;
      };
    const first = await page();
    const second = await page(first.NextToken);
    const history = [...first.Parameters, ...second.Parameters];
    expect(history.map(({ Version }) => Version)).toEqual(Array.from({ length: 100 }, (_, i) => i + 2));
    expect(history[0]?.LastModifiedUser).toBe(alice.arn);
    expect(second.NextToken).toBeUndefined();
  });

  test.each([
    ['an existing name without Overwrite', () => put('p').then(() => put('p')), 'ParameterAlreadyExists'],
    ['a reserved prefix', () => put('/AWS/x'), 'ValidationException'],
    ['a path without a leading slash', () => put('a/b'), 'ValidationException'],
    ['an empty value', () => put('p', ''), 'ValidationException'],
    ['a value over 4096 bytes in the standard tier', () => put('p', 'é'.repeat(2049)), 'ValidationException'],
    [
      'a value over 8192 bytes in the advanced tier',
      () => put('p', 'x'.repeat(8193), { Tier: 'Advanced' }),
      'ValidationException',
    ],
    [
      'a standard tier after the advanced one',
      () =>
        put('p', 'v', { Tier: 'Advanced' }).then(() => put('p', 'v', { Tier: 'Standard', Overwrite: true })),
      'ValidationException',
    ],
    [
      'a history in pages over 50',
      () => put('p').then(() => send('GetParameterHistory', { Name: 'p', MaxResults: 51 })),
      'ValidationException',
    ],
    [
      'a path in pages over 10',
      () => send('GetParametersByPath', { Path: '/', MaxResults: 11 }),
      'ValidationException',
    ],
    [
      'eleven names to delete',
      () => send('DeleteParameters', { Names: Array.from({ length: 11 }, (_, i) => `p${i}`) }),
      'ValidationException',
    ],
    ['a value that nests a parameter', () => put('p', '{{ssm:x}}'), 'ValidationException'],
    ['a new parameter without a type', () => put('p', 'v', { Type: undefined }), 'ValidationException'],
    ['a SecureString, by name', () => put('p', 'v', { Type: 'SecureString' }), 'NotImplemented'],
    [
      'tags together with Overwrite',
      () => put('p').then(() => put('p', 'v', { Overwrite: true, Tags: [{ Key: 'a', Value: 'b' }] })),
      'ValidationException',
    ],
    [
      'a value its pattern does not allow',
      () => put('p', 'x', { AllowedPattern: '^\\d+$' }),
      'ParameterPatternMismatchException',
    ],
  ])('refuses %s', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });

  test('chooses the advanced tier when intelligent tiering finds a large value', async () => {
    expect(await put('p', 'x'.repeat(5000), { Tier: 'Intelligent-Tiering' })).toMatchObject({
      Tier: 'Advanced',
    });
  });

  test('reads a path level by level, or all below it', async () => {
    for (const name of ['/a/1', '/a/b/2', '/ab/3']) await put(name);
    const names = async (more: object) => {
      const { Parameters } = (await send('GetParametersByPath', { Path: '/a', ...more })) as {
        Parameters: { Name: string }[];
      };
      return Parameters.map(({ Name }) => Name);
    };
    expect(await names({})).toEqual(['/a/1']);
    expect(await names({ Recursive: true })).toEqual(['/a/1', '/a/b/2']);
  });

  test('reads a path in pages of ten', async () => {
    for (let i = 0; i < 12; i++) await put(`/a/${String(i).padStart(2, '0')}`);
    const page = async (NextToken?: string) =>
      (await send('GetParametersByPath', { Path: '/a', Recursive: true, NextToken })) as {
        Parameters: { Name: string }[];
        NextToken?: string;
      };
    const first = await page();
    expect(first.Parameters).toHaveLength(10);
    expect((await page(first.NextToken)).Parameters.map(({ Name }) => Name)).toEqual(['/a/10', '/a/11']);
  });

  test('tells EventBridge of every change, never the value, without any trail', async () => {
    aws = testWorld(ssm, events);
    const told: Record<string, unknown>[] = [];
    await aws.send('events', 'PutRule', { Name: 'r', EventPattern: '{"source":["aws.ssm"]}' });
    aws.world.on('matched', ({ event }) => told.push(event));
    await put('/trails/main', 'secret', { Description: 'baseline' });
    await put('/trails/main', 'secret', { Overwrite: true });
    await send('DeleteParameters', { Names: ['/trails/main', 'other'] });
    await aws.clock.advance(0);
    expect(told[0]).toMatchObject({
      'detail-type': 'Parameter Store Change',
      source: 'aws.ssm',
      resources: ['arn:aws:ssm:us-east-1:111122223333:parameter/trails/main'],
    });
    expect(told.map(({ detail }) => detail)).toEqual([
      { operation: 'Create', name: '/trails/main', type: 'String', description: 'baseline' },
      { operation: 'Update', name: '/trails/main', type: 'String' },
      { operation: 'Delete', name: '/trails/main', type: 'String' },
    ]);
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  test('names the parameters it could not find', async () => {
    await put('p');
    expect(await send('GetParameters', { Names: ['p', 'q'] })).toMatchObject({
      Parameters: [{ Name: 'p' }],
      InvalidParameters: ['q'],
    });
  });

  test('forgets a deleted parameter', async () => {
    await put('p');
    await send('DeleteParameter', { Name: 'p' });
    await expect(send('GetParameter', { Name: 'p' })).rejects.toMatchObject({ code: 'ParameterNotFound' });
  });

  test('keeps tags', async () => {
    const ResourceType = 'Parameter';
    await put('p', 'v', { Tags: [{ Key: 'a', Value: '1' }] });
    await send('AddTagsToResource', { ResourceType, ResourceId: 'p', Tags: [{ Key: 'b', Value: '2' }] });
    await send('RemoveTagsFromResource', { ResourceType, ResourceId: 'p', TagKeys: ['a'] });
    expect(await send('ListTagsForResource', { ResourceType, ResourceId: 'p' })).toEqual({
      TagList: [{ Key: 'b', Value: '2' }],
    });
  });
});
