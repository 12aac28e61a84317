import { describe, expect, test } from 'vitest';
import { stackWorld } from './test-kit.ts';

const template = (seconds: number, more: object = {}) =>
  JSON.stringify({
    Resources: {
      Work: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: seconds } },
      ...more,
    },
  });
const names = { StackName: 'demo', ChangeSetName: 'first' };

describe('a change set', () => {
  test('for a new stack creates it when it is executed', async () => {
    const { request, settled, stackNow, queues } = stackWorld();
    await request('CreateChangeSet', { ...names, ChangeSetType: 'CREATE', TemplateBody: template(30) });
    expect((await stackNow()).StackStatus).toBe('REVIEW_IN_PROGRESS');
    expect(await request('DescribeChangeSet', names)).toMatchObject({
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
      Changes: [
        {
          Type: 'Resource',
          ResourceChange: { Action: 'Add', LogicalResourceId: 'Work', ResourceType: 'AWS::SQS::Queue' },
        },
      ],
    });
    expect(queues.size).toBe(0);
    await request('ExecuteChangeSet', names);
    expect((await settled()).StackStatus).toBe('CREATE_COMPLETE');
    expect(queues.size).toBe(1);
  });

  test('for a stack that is there lists what would change, and how', async () => {
    const { create, request, settled, queues } = stackWorld();
    await create(JSON.parse(template(30, { Gone: { Type: 'AWS::SNS::Topic' } })));
    const policy = {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { PolicyDocument: {}, Queues: [{ Ref: 'Work' }] },
    };
    await request('CreateChangeSet', { ...names, TemplateBody: template(60, { Policy: policy }) });
    const { Changes } = await request('DescribeChangeSet', names);
    const changes = Changes.map(({ ResourceChange: change }: Record<string, Record<string, unknown>>) => [
      change?.Action,
      change?.LogicalResourceId,
      change?.Replacement,
    ]);
    expect(changes).toEqual([
      ['Modify', 'Work', 'False'],
      ['Add', 'Policy', undefined],
      ['Remove', 'Gone', undefined],
    ]);
    await request('ExecuteChangeSet', names);
    expect((await settled()).StackStatus).toBe('UPDATE_COMPLETE');
    expect([...queues.values()]).toMatchObject([{ VisibilityTimeout: '60' }]);
  });

  test('without changes has failed, in the words that clients look for', async () => {
    const { create, request } = stackWorld();
    await create(JSON.parse(template(30)));
    await request('CreateChangeSet', { ...names, TemplateBody: template(30) });
    expect(await request('DescribeChangeSet', names)).toMatchObject({
      Status: 'FAILED',
      StatusReason: expect.stringContaining("The submitted information didn't contain changes."),
    });
    await expect(request('ExecuteChangeSet', names)).rejects.toMatchObject({
      code: 'InvalidChangeSetStatus',
    });
  });

  test('is executed once, and those beside it are of no use then', async () => {
    const { create, request, settled } = stackWorld();
    await create(JSON.parse(template(30)));
    await request('CreateChangeSet', { ...names, TemplateBody: template(40) });
    await request('CreateChangeSet', { ...names, ChangeSetName: 'second', TemplateBody: template(50) });
    expect((await request('ListChangeSets', { StackName: 'demo' })).Summaries).toHaveLength(2);
    await request('ExecuteChangeSet', names);
    await settled();
    await expect(request('ExecuteChangeSet', names)).rejects.toMatchObject({
      code: 'InvalidChangeSetStatus',
    });
    const second = request('DescribeChangeSet', { ...names, ChangeSetName: 'second' });
    await expect(second).rejects.toMatchObject({ code: 'ChangeSetNotFound' });
  });

  test('can be deleted', async () => {
    const { request } = stackWorld();
    await request('CreateChangeSet', { ...names, ChangeSetType: 'CREATE', TemplateBody: template(30) });
    await request('DeleteChangeSet', names);
    await expect(request('DescribeChangeSet', names)).rejects.toMatchObject({ code: 'ChangeSetNotFound' });
  });

  test('knows that a value of a resource to be replaced is not known yet', async () => {
    const { create, request } = stackWorld();
    const work = (QueueName: string) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName } });
    const note = { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: { Ref: 'Work' } } };
    await create({ Resources: { Work: work('old'), Note: note } });
    const TemplateBody = JSON.stringify({ Resources: { Work: work('new'), Note: note } });
    await request('CreateChangeSet', { ...names, TemplateBody });
    const { Changes } = await request('DescribeChangeSet', names);
    expect(Changes).toMatchObject([
      { ResourceChange: { LogicalResourceId: 'Work', Replacement: 'True' } },
      {
        ResourceChange: {
          LogicalResourceId: 'Note',
          Replacement: 'False',
          Details: [{ Evaluation: 'Dynamic' }],
        },
      },
    ]);
  });
});
