import { addUser } from '../services/iam/accounts.ts';
import { iam } from '../services/iam/index.ts';
import { sts } from '../services/sts/index.ts';
import type { Call, Operation, Service } from './operation.ts';
import { type Endpoint, type ExtraRoute, serve } from './serve.ts';
import { TEST_ACCOUNT, TEST_REGION, testWorld } from './test-world.ts';

/** What clients need to reach an endpoint as some user. */
export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts: 1;
}

/** An endpoint with IAM, STS and some services, for tests that go over the wire. */
export async function testEndpoint(services: readonly Service[] = [], routes: readonly ExtraRoute[] = []) {
  const { world, clock } = testWorld(iam, sts, ...services);
  const endpoint: Endpoint = await serve(world, 0, routes);
  const clientOf = (accountId: string, userName: string): ClientSettings => ({
    endpoint: endpoint.url,
    region: TEST_REGION,
    credentials: addUser(world, accountId, userName),
    maxAttempts: 1,
  });
  return { world, clock, endpoint, clientOf, client: clientOf(TEST_ACCOUNT, 'alice') };
}

/** A service that answers as it is told and remembers what it was asked. */
export function recordingService(name: string, outputs: Readonly<Record<string, unknown>>) {
  const calls: { operation: string; input: unknown; call: Call }[] = [];
  const answerWith =
    (operation: string, output: unknown): Operation<unknown, unknown> =>
    (input, call) => {
      calls.push({ operation, input, call });
      if (output instanceof Error) throw output;
      return output;
    };
  const operations = Object.fromEntries(
    Object.entries(outputs).map(([operation, output]) => [operation, answerWith(operation, output)]),
  );
  return { service: { name, operations } satisfies Service, calls };
}

interface SentRequest {
  readonly headers: Record<string, string>;
  body?: unknown;
}

/** Lets a test change what an SDK client sends, `before` or `after` it is signed. */
export function tamperWith<Client extends { readonly middlewareStack: object }>(
  client: Client,
  when: 'before' | 'after',
  change: (request: SentRequest) => void,
): Client {
  const middleware =
    (next: (args: { request: SentRequest }) => unknown) => (args: { request: SentRequest }) => {
      change(args.request);
      return next(args);
    };
  const place =
    when === 'before' ? { step: 'build', priority: 'low' } : { step: 'deserialize', priority: 'high' };
  const { middlewareStack } = client as { middlewareStack: { add(...parts: unknown[]): void } };
  middlewareStack.add(middleware, place);
  return client;
}
