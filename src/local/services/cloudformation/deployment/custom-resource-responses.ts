import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExtraRoute } from '../../../endpoint/serve.ts';
import type { Store, World } from '../../../endpoint/world.ts';

const prefix = '/cloudformation-custom-resource-response/';
/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html */
const maxResponseBytes = 4096;

/** Takes the body of an answer; undefined when it was longer than CloudFormation reads. */
type Answered = (body: string | undefined) => void;

/** Who waits for the answer of a custom resource, by the last part of the URL that the answer goes to. */
const awaitedAnswers: Store<Map<string, Answered>> = {
  name: 'cloudformation custom resource answers',
  create: () => new Map(),
};

const awaitedIn = (world: World) => world.store(awaitedAnswers, '', 'aws-global');

/** Makes a URL that takes one answer. */
export function awaitAnswer(world: World, answered: Answered) {
  const token = randomUUID();
  const awaited = awaitedIn(world);
  awaited.set(token, answered);
  return { url: `${world.endpointUrl}${prefix}${token}`, forget: () => awaited.delete(token) };
}

/** Where custom resources send their answers: in AWS, a presigned URL of an S3 bucket of CloudFormation's. */
export const customResourceResponseRoute = (world: World): ExtraRoute => ({
  method: 'PUT',
  prefix,
  async handle(request, response) {
    const token = tokenIn(request);
    const body = await readBody(request);
    const awaited = awaitedIn(world);
    const answered = awaited.get(token);
    awaited.delete(token);
    end(response, answered);
    answered?.(body);
  },
});

const tokenIn = ({ url = '' }: IncomingMessage) => url.slice(prefix.length).split('?')[0] ?? '';

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  let body = Buffer.alloc(0);
  let isTooLong = false;
  for await (const chunk of request) {
    isTooLong ||= body.length + (chunk as Buffer).length > maxResponseBytes;
    if (!isTooLong) body = Buffer.concat([body, chunk as Buffer]);
  }
  return isTooLong ? undefined : body.toString();
}

function end(response: ServerResponse, answered: Answered | undefined): void {
  response.writeHead(answered ? 200 : 403, { 'content-type': 'text/plain' });
  response.end(answered ? '' : 'Nobody waits for this answer, or it was given already.\n');
}
