import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { JsonConnection, type JsonService } from './json-connection.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A service that gives these answers in turn, and a connection to it. */
async function connect(...answers: ((response: ServerResponse, request: IncomingMessage) => void)[]) {
  return connectTo('cloudtrail', answers);
}

async function connectTo(
  service: JsonService,
  answers: readonly ((response: ServerResponse, request: IncomingMessage) => void)[],
) {
  const asked: string[] = [];
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      asked.push(String(request.headers['x-amz-target']));
      (answers[asked.length - 1] ?? good)(response, request);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  let now = 0;
  const connection = new JsonConnection({
    service,
    endpoint: new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`),
    region: 'eu-central-1',
    readCredentials: () => ({ accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: undefined }),
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    },
  });
  return { connection, asked, elapse: (ms: number) => (now += ms) };
}

const good = (response: ServerResponse) => response.end('{"trailList":[]}');
const refuse = (code: string) => (response: ServerResponse) =>
  response.writeHead(400).end(JSON.stringify({ __type: `com.amazonaws.cloudtrail#${code}`, message: 'no' }));
const hangUp = (_: ServerResponse, request: IncomingMessage) => request.socket.destroy();

describe('a connection without the SDK', () => {
  it('names each service by AWS’s own name for it', async () => {
    const { connection, asked } = await connectTo('ssm', [good]);
    await connection.call('GetParameterHistory', {});
    expect(asked).toEqual(['AmazonSSM.GetParameterHistory']);
  });

  it('asks again on a fresh connection when the old one was closed', async () => {
    const { connection, asked } = await connect(hangUp, good);
    await expect(connection.call('DescribeTrails', {})).resolves.toEqual({ trailList: [] });
    expect(asked).toHaveLength(2);
  });

  it('asks again after a wait when it is throttled', async () => {
    const { connection, asked } = await connect(refuse('ThrottlingException'), refuse('ThrottlingException'));
    await connection.call('StartLogging', { Name: 'main' });
    expect(asked).toHaveLength(3);
  });

  it('takes a refusal as final, with AWS’s own code', async () => {
    const { connection, asked } = await connect(refuse('AccessDeniedException'));
    await expect(connection.call('StartLogging', {})).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    expect(asked).toHaveLength(1);
  });

  it('does not reuse a socket that was idle for long: Lambda may have been frozen', async () => {
    const ports = new Set<number | undefined>();
    const remember = (response: ServerResponse, request: IncomingMessage) => {
      ports.add(request.socket.remotePort);
      good(response);
    };
    const { connection, elapse } = await connect(remember, remember, remember);
    await connection.call('DescribeTrails', {});
    await connection.call('DescribeTrails', {});
    expect(ports.size).toBe(1);
    elapse(21_000);
    await connection.call('DescribeTrails', {});
    expect(ports.size).toBe(2);
  });
});
