import { CreateRoleCommand, GetRoleCommand, IAMClient, ListRolesCommand } from '@aws-sdk/client-iam';
import { GetTopicAttributesCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../service-error.ts';
import { recordingService, testEndpoint } from '../test-endpoint.ts';

const sns = recordingService('sns', {
  Publish: { MessageId: 'm' },
  GetTopicAttributes: { Attributes: { Policy: '{"a":"<&>"}', Owner: '1' } },
  DeleteTopic: new ServiceError('NotFoundException', 'There is <no> such topic & more', 404),
});

let started: Awaited<ReturnType<typeof testEndpoint>>;
beforeAll(async () => {
  started = await testEndpoint([sns.service]);
});
afterAll(() => started.endpoint.close());

const trustPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
});

test('maps, structures and bytes are read from the form', async () => {
  const input = {
    TopicArn: 't',
    Message: 'hi & <you> + é',
    MessageAttributes: {
      text: { DataType: 'String', StringValue: 'v' },
      bytes: { DataType: 'Binary', BinaryValue: new Uint8Array(Buffer.from('hi')) },
    },
  };
  await new SNSClient(started.client).send(new PublishCommand(input));
  expect(sns.calls.at(-1)?.input).toMatchObject(input);
});

test('maps and markup come back as they were', async () => {
  const { Attributes } = await new SNSClient(started.client).send(
    new GetTopicAttributesCommand({ TopicArn: 't' }),
  );
  expect(Attributes).toEqual({ Policy: '{"a":"<&>"}', Owner: '1' });
});

test('lists and dates go both ways', async () => {
  const iam = new IAMClient(started.client);
  const Tags = [
    { Key: 'a', Value: '1' },
    { Key: 'b', Value: '' },
  ];
  await iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: trustPolicy, Tags }));
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'r' }));
  expect(Role).toMatchObject({ Tags, CreateDate: new Date(started.clock.now()) });
  expect((await iam.send(new ListRolesCommand())).Roles).toHaveLength(1);
});

test('an error is told by its code in the query protocol', async () => {
  const get = new IAMClient(started.client).send(new GetRoleCommand({ RoleName: 'none' }));
  await expect(get).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    Code: 'NoSuchEntity',
    message: 'The role with name none cannot be found.',
    $metadata: { httpStatusCode: 404 },
  });
});

test('a missing required member is refused before the operation', async () => {
  const get = new IAMClient(started.client).send(new GetRoleCommand({} as never));
  await expect(get).rejects.toMatchObject({
    name: 'ValidationError',
    message: expect.stringContaining("'roleName'"),
  });
});
