// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are the placeholders of Fn::Sub
import { describe, expect, test } from 'vitest';
import { ServiceError } from '../../endpoint/service-error.ts';
import { stackWorld } from './test-kit.ts';

const queueAndTopic = {
  Resources: {
    Alerts: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::GetAtt': ['Work', 'Arn'] } } },
    Work: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: '60' } },
  },
  Outputs: {
    Url: { Value: { Ref: 'Work' } },
    Topic: { Value: { Ref: 'Alerts' }, Description: 'who to tell' },
  },
};
const noRights = new ServiceError('AuthorizationError', 'not authorized to perform: SNS:CreateTopic', 403);

describe('a stack that is created', () => {
  test('has its resources made, each after what it refers to', async () => {
    const { create, queues, calls } = stackWorld();
    const stack = await create(queueAndTopic);
    expect(stack.StackStatus).toBe('CREATE_COMPLETE');
    const [url = ''] = queues.keys();
    expect(url).toMatch(/^https:\/\/sqs\/demo-Work-[A-Z0-9]{12}$/);
    const topic = calls.find(({ operation }) => operation === 'CreateTopic');
    expect(topic?.input.Attributes).toEqual({ DisplayName: expect.stringContaining(`:demo-Work-`) });
    expect(stack.Outputs).toContainEqual(expect.objectContaining({ OutputKey: 'Url', OutputValue: url }));
  });

  test('is in progress when CreateStack answers', async () => {
    const { request, stackNow } = stackWorld();
    const { StackId } = await request('CreateStack', {
      StackName: 'demo',
      TemplateBody: JSON.stringify(queueAndTopic),
    });
    expect(StackId).toMatch(/^arn:aws:cloudformation:us-east-1:111122223333:stack\/demo\/[0-9a-f-]{36}$/);
    expect((await stackNow()).StackStatus).toBe('CREATE_IN_PROGRESS');
  });

  test('calls other services as its creator, by way of CloudFormation', async () => {
    const { create, calls } = stackWorld();
    await create(queueAndTopic);
    expect(calls[0]?.call).toMatchObject({
      sourceIp: 'cloudformation.amazonaws.com',
      userAgent: 'cloudformation.amazonaws.com',
      caller: { userName: 'alice', invokedBy: 'cloudformation.amazonaws.com' },
    });
  });

  test('tells each step and its reason in its events', async () => {
    const { create, events } = stackWorld();
    await create(queueAndTopic);
    const told = (await events()).map(
      ({ LogicalResourceId, ResourceStatus }: Record<string, string>) =>
        `${LogicalResourceId} ${ResourceStatus}`,
    );
    expect(told).toEqual([
      'demo CREATE_IN_PROGRESS',
      'Work CREATE_IN_PROGRESS',
      'Work CREATE_COMPLETE',
      'Alerts CREATE_IN_PROGRESS',
      'Alerts CREATE_COMPLETE',
      'demo CREATE_COMPLETE',
    ]);
  });

  test('cannot have the name of one that is there', async () => {
    const { create } = stackWorld();
    await create(queueAndTopic);
    await expect(create(queueAndTopic)).rejects.toMatchObject({ code: 'AlreadyExistsException' });
  });

  test('is created once for one client request token', async () => {
    const { create } = stackWorld();
    const first = await create(queueAndTopic, { ClientRequestToken: 'once' });
    const second = await create(queueAndTopic, { ClientRequestToken: 'once' });
    expect(second.StackId).toBe(first.StackId);
  });

  test('waits while a service throttles', async () => {
    const { create, failing, clock, world } = stackWorld();
    failing.set('CreateTopic', new ServiceError('ThrottlingException', 'Rate exceeded'));
    world.clock.after(2500, () => failing.clear());
    const stack = await create(queueAndTopic);
    expect(stack.StackStatus).toBe('CREATE_COMPLETE');
    expect(clock.now()).toBeGreaterThan(0);
  });
});

describe('a creation that fails', () => {
  test('says why, and deletes what was made', async () => {
    const { create, queues, failing, events } = stackWorld();
    failing.set('CreateTopic', noRights);
    const stack = await create(queueAndTopic);
    expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(queues.size).toBe(0);
    const failed = (await events()).find(
      ({ ResourceStatus }: Record<string, string>) => ResourceStatus === 'CREATE_FAILED',
    );
    expect(failed).toMatchObject({
      LogicalResourceId: 'Alerts',
      ResourceStatusReason: expect.stringContaining('not authorized to perform: SNS:CreateTopic'),
    });
  });

  test('leaves everything when roll back is disabled', async () => {
    const { create, queues, failing } = stackWorld();
    failing.set('CreateTopic', noRights);
    const stack = await create(queueAndTopic, { DisableRollback: true });
    expect(stack.StackStatus).toBe('CREATE_FAILED');
    expect(queues.size).toBe(1);
  });

  test('deletes the stack when that was asked for', async () => {
    const { create, queues, failing } = stackWorld();
    failing.set('CreateTopic', noRights);
    const stack = await create(queueAndTopic, { OnFailure: 'DELETE' });
    expect(stack.StackStatus).toBe('DELETE_COMPLETE');
    expect(queues.size).toBe(0);
  });

  test.each([
    ['Retain', 1],
    ['RetainExceptOnCreate', 0],
  ])('with the deletion policy %s leaves %i queues', async (DeletionPolicy, left) => {
    const { create, queues, failing } = stackWorld();
    failing.set('CreateTopic', noRights);
    const { Alerts, Work } = queueAndTopic.Resources;
    await create({ Resources: { Alerts, Work: { ...Work, DeletionPolicy } } });
    expect(queues.size).toBe(left);
  });

  test('leaves a stack that can only be deleted', async () => {
    const { create, update, failing } = stackWorld();
    failing.set('CreateTopic', noRights);
    await create(queueAndTopic);
    await expect(update(queueAndTopic)).rejects.toThrow(
      /is in ROLLBACK_COMPLETE state and can not be updated/,
    );
  });

  test('never takes for its own what had the name before', async () => {
    const { create, queues } = stackWorld();
    queues.set('https://sqs/mine', {});
    const stack = await create({
      Resources: { Work: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'mine' } } },
    });
    expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(queues.has('https://sqs/mine')).toBe(true);
  });
});

describe('a stack that is deleted', () => {
  test('takes its resources with it, but not those to be retained', async () => {
    const { create, request, settled, queues, topics } = stackWorld();
    const { Alerts, Work } = queueAndTopic.Resources;
    const { StackId } = await create({ Resources: { Alerts, Work: { ...Work, DeletionPolicy: 'Retain' } } });
    await request('DeleteStack', { StackName: 'demo' });
    expect((await settled(StackId)).StackStatus).toBe('DELETE_COMPLETE');
    expect([queues.size, topics.size]).toEqual([1, 0]);
    await expect(request('DescribeStacks', { StackName: 'demo' })).rejects.toThrow(
      'Stack with id demo does not exist',
    );
  });

  test('is not, while it is protected', async () => {
    const { create, request, stackNow } = stackWorld();
    await create(queueAndTopic, { EnableTerminationProtection: true });
    await expect(request('DeleteStack', { StackName: 'demo' })).rejects.toThrow(
      /TerminationProtection is enabled/,
    );
    await request('UpdateTerminationProtection', { StackName: 'demo', EnableTerminationProtection: false });
    await request('DeleteStack', { StackName: 'demo' });
    expect((await stackNow()).StackStatus).toBe('DELETE_IN_PROGRESS');
  });

  test('while it is created, stops being created', async () => {
    const { request, settled, queues, topics } = stackWorld();
    const TemplateBody = JSON.stringify(queueAndTopic);
    const { StackId } = await request('CreateStack', { StackName: 'demo', TemplateBody });
    await request('DeleteStack', { StackName: 'demo' });
    expect((await settled(StackId)).StackStatus).toBe('DELETE_COMPLETE');
    expect([queues.size, topics.size]).toEqual([0, 0]);
  });

  test('is deleted as well when a resource is gone already', async () => {
    const { create, request, settled, queues } = stackWorld();
    const { StackId } = await create(queueAndTopic);
    queues.clear();
    await request('DeleteStack', { StackName: 'demo' });
    expect((await settled(StackId)).StackStatus).toBe('DELETE_COMPLETE');
  });

  test('stays with the resource that cannot be deleted, until that is to be retained', async () => {
    const { create, request, settled, failing } = stackWorld();
    const { StackId } = await create(queueAndTopic);
    failing.set('DeleteQueue', noRights);
    await request('DeleteStack', { StackName: 'demo' });
    expect(await settled(StackId)).toMatchObject({
      StackStatus: 'DELETE_FAILED',
      StackStatusReason: 'The following resource(s) failed to delete: [Work]. ',
    });
    await request('DeleteStack', { StackName: 'demo', RetainResources: ['Work'] });
    expect((await settled(StackId)).StackStatus).toBe('DELETE_COMPLETE');
  });

  test('may be gone already', async () => {
    await expect(stackWorld().request('DeleteStack', { StackName: 'never' })).resolves.toBeUndefined();
  });
});

describe('a stack that is updated', () => {
  const withTimeout = (VisibilityTimeout: number) => ({
    Resources: { Work: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout } } },
  });

  test('has its resources changed in place where that can be', async () => {
    const { create, update, queues } = stackWorld();
    await create(withTimeout(60));
    const [before] = queues.keys();
    expect((await update(withTimeout(90))).StackStatus).toBe('UPDATE_COMPLETE');
    expect([...queues]).toEqual([[before, { VisibilityTimeout: '90' }]]);
  });

  test('gets new resources, and loses those that the template has no more', async () => {
    const { create, update, queues, topics } = stackWorld();
    await create(withTimeout(60));
    await update({ Resources: { Alerts: { Type: 'AWS::SNS::Topic' } } });
    expect([queues.size, topics.size]).toEqual([0, 1]);
  });

  test('has a resource replaced when its name changes, and what refers to it follows', async () => {
    const { create, update, queues, calls } = stackWorld();
    const template = (QueueName: string) => ({
      Resources: {
        Work: { Type: 'AWS::SQS::Queue', Properties: { QueueName } },
        Policy: {
          Type: 'AWS::SQS::QueuePolicy',
          Properties: { PolicyDocument: { Version: '2012-10-17' }, Queues: [{ Ref: 'Work' }] },
        },
      },
    });
    await create(template('old'));
    expect((await update(template('new'))).StackStatus).toBe('UPDATE_COMPLETE');
    expect([...queues.keys()]).toEqual(['https://sqs/new']);
    expect(calls.filter(({ operation }) => operation === 'SetQueueAttributes').at(-1)?.input.QueueUrl).toBe(
      'https://sqs/new',
    );
  });

  test('is as before when the update fails', async () => {
    const { create, update, queues, failing } = stackWorld();
    const before = await create(withTimeout(60));
    failing.set('CreateTopic', noRights);
    const { Work } = withTimeout(90).Resources;
    const stack = await update({
      Resources: { Work, Alerts: { Type: 'AWS::SNS::Topic', DependsOn: 'Work' } },
    });
    expect(stack.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect([...queues.values()]).toEqual([{ VisibilityTimeout: '60' }]);
    expect(stack.StackId).toBe(before.StackId);
  });

  test('is refused when there is nothing to do', async () => {
    const { create, update } = stackWorld();
    await create(withTimeout(60));
    await expect(update(withTimeout(60))).rejects.toThrow('No updates are to be performed.');
  });

  test('keeps the parameters that shall have their previous value', async () => {
    const { create, update, queues } = stackWorld();
    const template = (suffix: string) => ({
      Parameters: { Seconds: { Type: 'Number', Default: 30 } },
      Resources: {
        Work: {
          Type: 'AWS::SQS::Queue',
          Properties: { VisibilityTimeout: { Ref: 'Seconds' }, Tags: [{ Key: 'k', Value: suffix }] },
        },
      },
    });
    await create(template('a'), { Parameters: [{ ParameterKey: 'Seconds', ParameterValue: '77' }] });
    await update(template('b'), { Parameters: [{ ParameterKey: 'Seconds', UsePreviousValue: true }] });
    expect([...queues.values()][0]?.VisibilityTimeout).toBe('77');
  });

  test('is refused while it is being created', async () => {
    const { request } = stackWorld();
    const TemplateBody = JSON.stringify(queueAndTopic);
    await request('CreateStack', { StackName: 'demo', TemplateBody });
    const again = request('UpdateStack', { StackName: 'demo', TemplateBody });
    await expect(again).rejects.toThrow(/is in CREATE_IN_PROGRESS state and can not be updated/);
  });
});

describe('what a stack shows', () => {
  test('are its resources, its template and its parameters, but no secret ones', async () => {
    const { create, request, stackNow } = stackWorld();
    const template = {
      Description: 'a demonstration',
      Parameters: { Secret: { Type: 'String', NoEcho: true }, Open: { Type: 'String', Default: 'x' } },
      Resources: queueAndTopic.Resources,
    };
    await create(template, { Parameters: [{ ParameterKey: 'Secret', ParameterValue: 'hush' }] });
    expect((await stackNow()).Parameters).toEqual([
      { ParameterKey: 'Secret', ParameterValue: '****' },
      { ParameterKey: 'Open', ParameterValue: 'x' },
    ]);
    const { TemplateBody } = await request('GetTemplate', { StackName: 'demo' });
    expect(JSON.parse(TemplateBody)).toEqual(template);
    const { StackResources } = await request('DescribeStackResources', { StackName: 'demo' });
    expect(StackResources.map(({ LogicalResourceId }: Record<string, string>) => LogicalResourceId)).toEqual([
      'Work',
      'Alerts',
    ]);
    const { StackResourceDetail } = await request('DescribeStackResource', {
      StackName: 'demo',
      LogicalResourceId: 'Work',
    });
    expect(StackResourceDetail).toMatchObject({
      ResourceType: 'AWS::SQS::Queue',
      ResourceStatus: 'CREATE_COMPLETE',
    });
    expect((await request('ListStackResources', { StackName: 'demo' })).StackResourceSummaries).toHaveLength(
      2,
    );
    expect((await request('ListStacks')).StackSummaries).toMatchObject([
      { StackName: 'demo', TemplateDescription: 'a demonstration' },
    ]);
  });

  test('are its exports, of which no other stack may have the name', async () => {
    const { create, request } = stackWorld();
    const template = {
      Resources: { Work: { Type: 'AWS::SQS::Queue' } },
      Outputs: { Url: { Value: 'v', Export: { Name: { 'Fn::Sub': '${AWS::Region}-url' } } } },
    };
    const { StackId } = await create(template);
    expect((await request('ListExports')).Exports).toEqual([
      { ExportingStackId: StackId, Name: 'us-east-1-url', Value: 'v' },
    ]);
    expect((await create(template, { StackName: 'other' })).StackStatus).toBe('ROLLBACK_COMPLETE');
  });
});

describe('a request for a stack', () => {
  const body = (size: number) =>
    JSON.stringify({ ...queueAndTopic, Metadata: { padding: 'x'.repeat(size) } });

  test('brings a template of 51,200 bytes at most', async () => {
    const { request } = stackWorld();
    const create = request('CreateStack', { StackName: 'demo', TemplateBody: body(51_200) });
    await expect(create).rejects.toThrow(/Member must have length less than or equal to 51200/);
  });

  test('points to a template in a bucket of up to 1,000,000 bytes', async () => {
    const objects = new Map([
      ['templates/big.json', body(900_000)],
      ['templates/huge.json', body(1_000_000)],
    ]);
    const s3 = {
      name: 's3',
      operations: {
        GetObject: ({ Bucket, Key }: { Bucket: string; Key: string }) => ({
          Body: Buffer.from(objects.get(`${Bucket}/${Key}`) ?? ''),
        }),
      },
    };
    const { world, request, settled } = stackWorld(s3);
    world.endpointUrl = 'http://127.0.0.1:4580';
    await request('CreateStack', {
      StackName: 'demo',
      TemplateURL: 'https://templates.s3.us-east-1.amazonaws.com/big.json',
    });
    expect((await settled()).StackStatus).toBe('CREATE_COMPLETE');
    const TemplateURL = 'http://127.0.0.1:4580/templates/huge.json';
    await expect(request('ValidateTemplate', { TemplateURL })).rejects.toThrow(
      /may not exceed 1000000 bytes/,
    );
    const elsewhere = { TemplateURL: 'https://example.com/templates/big.json' };
    await expect(request('ValidateTemplate', elsewhere)).rejects.toThrow(/not a valid S3 domain/);
  });

  test('acknowledges that it makes roles, and that it names them', async () => {
    const { create, request } = stackWorld();
    const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } };
    await expect(create({ Resources: { Role: role } })).rejects.toMatchObject({
      code: 'InsufficientCapabilitiesException',
      message: 'Requires capabilities : [CAPABILITY_IAM]',
    });
    const named = { Role: { ...role, Properties: { ...role.Properties, RoleName: 'guard' } } };
    await expect(create({ Resources: named }, { Capabilities: ['CAPABILITY_IAM'] })).rejects.toThrow(
      'Requires capabilities : [CAPABILITY_NAMED_IAM]',
    );
    const TemplateBody = JSON.stringify({ Resources: named });
    expect(await request('ValidateTemplate', { TemplateBody })).toMatchObject({
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM::Role]',
    });
  });

  test('whose properties cannot be read is refused before anything is made', async () => {
    const { create, calls } = stackWorld();
    const { Alerts } = queueAndTopic.Resources;
    const Work = { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 'soon' } };
    await expect(create({ Resources: { Alerts, Work } })).rejects.toThrow(
      'expected an integer, found "soon" (at Resources.Work.Properties.VisibilityTimeout)',
    );
    expect(calls).toEqual([]);
  });

  test('may not ask for what is not served here', async () => {
    const { create, request } = stackWorld();
    await expect(create(queueAndTopic, { RoleARN: 'arn:aws:iam::111122223333:role/r' })).rejects.toThrow(
      /RoleARN/,
    );
    await expect(request('SetStackPolicy', { StackName: 'demo' })).rejects.toThrow(
      /cloudformation:SetStackPolicy/,
    );
  });

  test('gives its tags to the resources that can have tags', async () => {
    const { create, calls } = stackWorld();
    await create(queueAndTopic, { Tags: [{ Key: 'team', Value: 'security' }] });
    expect(calls.find(({ operation }) => operation === 'CreateQueue')?.input.tags).toEqual({
      team: 'security',
    });
  });
});
