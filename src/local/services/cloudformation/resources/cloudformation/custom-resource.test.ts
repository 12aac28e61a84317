import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { customResourceResponseRoute } from '../../deployment/custom-resource-responses.ts';
import { stackWorld } from '../../test-kit.ts';

interface Request {
  readonly RequestType: string;
  readonly ResponseURL: string;
  readonly PhysicalResourceId?: string;
  readonly [member: string]: unknown;
}
type Answer = Record<string, unknown>;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const token = 'arn:aws:lambda:us-east-1:111122223333:function:provider';
const template = (properties: object = {}, more: object = {}) => ({
  Resources: {
    Adoption: { Type: 'Custom::Adoption', Properties: { ServiceToken: token, ...properties } },
  },
  ...more,
});
const repeat = ({ StackId, RequestId, LogicalResourceId }: Request) => ({
  StackId,
  RequestId,
  LogicalResourceId,
});
const success = (request: Request, more: Answer = {}): Answer => ({
  Status: 'SUCCESS',
  PhysicalResourceId: 'constant',
  ...repeat(request),
  ...more,
});

/** A world whose Lambda has one function, which answers each request over HTTP as `provider` says. */
async function worldWith(provider: (request: Request) => Answer | string | undefined) {
  const requests: Request[] = [];
  const lambda = {
    name: 'lambda',
    operations: {
      Invoke: ({ Payload }: { Payload: Uint8Array }) => {
        const request = JSON.parse(Buffer.from(Payload).toString()) as Request;
        requests.push(request);
        const answer = provider(request);
        const body = typeof answer === 'object' ? JSON.stringify(answer) : answer;
        if (body !== undefined) void fetch(request.ResponseURL, { method: 'PUT', body });
        return { StatusCode: 202 };
      },
    },
  };
  const made = stackWorld(lambda);
  const route = customResourceResponseRoute(made.world);
  const server = createServer((request, response) => void route.handle(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => server.close());
  const address = server.address();
  made.world.endpointUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  /** Like `settled`, but lets HTTP happen without turning the clock. */
  async function answered(StackName = 'demo') {
    await expect
      .poll(async () => (await made.stackNow(StackName)).StackStatus, { timeout: 5000, interval: 5 })
      .not.toMatch(/_IN_PROGRESS$/);
    return made.stackNow(StackName);
  }
  async function send(operation: string, input: object) {
    const { StackId } = await made.request(operation, { StackName: 'demo', ...input });
    return answered(StackId);
  }
  const create = (body: object) => send('CreateStack', { TemplateBody: JSON.stringify(body) });
  const update = (body: object) => send('UpdateStack', { TemplateBody: JSON.stringify(body) });
  return { ...made, requests, create, update, answered };
}

describe('a custom resource', () => {
  test('is asked with texts, and its answer gives its id and attributes', async () => {
    const { create, requests } = await worldWith((request) => success(request, { Data: { Count: '3' } }));
    const stack = await create(
      template(
        { Flag: true, Deep: { List: [1, { On: false }] } },
        {
          Outputs: {
            Id: { Value: { Ref: 'Adoption' } },
            Count: { Value: { 'Fn::GetAtt': ['Adoption', 'Count'] } },
          },
        },
      ),
    );
    expect(stack.StackStatus).toBe('CREATE_COMPLETE');
    expect(stack.Outputs.map(({ OutputValue }: Answer) => OutputValue)).toEqual(['constant', '3']);
    expect(requests[0]).toMatchObject({
      RequestType: 'Create',
      StackId: stack.StackId,
      LogicalResourceId: 'Adoption',
      ResourceType: 'Custom::Adoption',
      ResourceProperties: { ServiceToken: token, Flag: 'true', Deep: { List: ['1', { On: 'false' }] } },
    });
  });

  test('that fails fails the stack with its reason, and is asked to delete', async () => {
    const { create, requests, events } = await worldWith((request) =>
      request.RequestType === 'Create'
        ? { Status: 'FAILED', Reason: 'no trail', PhysicalResourceId: 'half', ...repeat(request) }
        : success(request),
    );
    expect((await create(template())).StackStatus).toBe('ROLLBACK_COMPLETE');
    const failed = (await events()).find(({ ResourceStatus }: Answer) => ResourceStatus === 'CREATE_FAILED');
    expect(failed.ResourceStatusReason).toContain('Message returned: no trail');
    expect(requests.map(({ RequestType, PhysicalResourceId }) => [RequestType, PhysicalResourceId])).toEqual([
      ['Create', undefined],
      ['Delete', 'half'],
    ]);
  });

  test('is told of its old properties when they change', async () => {
    const { create, update, requests } = await worldWith((request) => success(request));
    await create(template({ Release: 1 }));
    expect((await update(template({ Release: 2 }))).StackStatus).toBe('UPDATE_COMPLETE');
    expect(requests.at(-1)).toMatchObject({
      RequestType: 'Update',
      PhysicalResourceId: 'constant',
      ResourceProperties: { Release: '2' },
      OldResourceProperties: { Release: '1' },
    });
  });

  test('that answers an update with another id is asked to delete the old one', async () => {
    const { create, update, requests } = await worldWith((request) =>
      success(request, {
        PhysicalResourceId: `id-${(request.ResourceProperties as Answer).Release}`,
      }),
    );
    await create(template({ Release: 1 }));
    await update(template({ Release: 2 }));
    expect(requests.at(-1)).toMatchObject({ RequestType: 'Delete', PhysicalResourceId: 'id-1' });
  });

  test.each([
    [
      'is too long',
      (request: Request) => success(request, { Data: { long: 'x'.repeat(4096) } }),
      'Response object is too long.',
    ],
    ['is no JSON', () => 'done', 'it is no JSON'],
    ['is for another request', (request: Request) => success(request, { RequestId: 'other' }), 'RequestId'],
    [
      'names nothing',
      (request: Request) => success(request, { PhysicalResourceId: undefined }),
      'Invalid PhysicalResourceId',
    ],
  ])('fails when its answer %s', async (_, provider, reason) => {
    const { create, events } = await worldWith((request) =>
      request.RequestType === 'Create' ? provider(request) : success(request),
    );
    expect((await create(template())).StackStatus).toBe('ROLLBACK_COMPLETE');
    const failed = (await events()).find(({ ResourceStatus }: Answer) => ResourceStatus === 'CREATE_FAILED');
    expect(failed.ResourceStatusReason).toContain(reason);
  });

  test.each([
    ['an hour', {}, 3_600_000],
    ['as long as its template says', { ServiceTimeout: 30 }, 30_000],
  ])('is waited for %s', async (_, properties, timeoutMs) => {
    const { request, requests, clock, stackNow } = await worldWith((sent) =>
      sent.RequestType === 'Create' ? undefined : success(sent),
    );
    await request('CreateStack', { StackName: 'demo', TemplateBody: JSON.stringify(template(properties)) });
    await clock.advance(timeoutMs - 1);
    expect((await stackNow()).StackStatus).toBe('CREATE_IN_PROGRESS');
    await clock.advance(1);
    expect((await stackNow()).StackStatusReason).toContain('failed to create: [Adoption]');
    expect(requests.map(({ RequestType }) => RequestType)).toEqual(['Create', 'Delete']);
  });

  test('can answer once only', async () => {
    const { create, requests } = await worldWith((request) => success(request));
    await create(template());
    const again = await fetch(String(requests[0]?.ResponseURL), { method: 'PUT', body: '{}' });
    expect(again.status).toBe(403);
  });

  test('needs a Lambda function', async () => {
    const { create, events } = await worldWith(() => undefined);
    await create(template({ ServiceToken: 'arn:aws:sns:us-east-1:111122223333:topic' }));
    const failed = (await events()).find(({ ResourceStatus }: Answer) => ResourceStatus === 'CREATE_FAILED');
    expect(failed.ResourceStatusReason).toContain('only the ARN of a Lambda function');
  });

  test('needs a ServiceToken', async () => {
    const { create } = await worldWith(() => undefined);
    const nameless = { Resources: { Adoption: { Type: 'Custom::Adoption', Properties: {} } } };
    await expect(create(nameless)).rejects.toThrow('required property [ServiceToken] not found');
  });
});
