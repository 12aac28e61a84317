import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One invocation as the runtime is handed it. */
export interface RuntimeInvocation {
  readonly requestId: string;
  readonly functionArn: string;
  readonly payload: string;
  /** When the function's time is over, in milliseconds since the epoch of the machine's own clock. */
  readonly deadlineMs: number;
  readonly clientContext?: string | undefined;
}

/** What the runtime does. */
export interface RuntimeEvents {
  /** It asks for an invocation: it has started, or is done with the last one. */
  readonly onNext: () => void;
  readonly onResponse: (requestId: string, payload: string) => void;
  readonly onError: (requestId: string, payload: string) => void;
  readonly onInitError: (payload: string) => void;
}

/**
 * The HTTP interface between Lambda and the runtime of one execution environment.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export class RuntimeApi {
  readonly #server: Server;
  readonly #events: RuntimeEvents;
  #waiting: ServerResponse | undefined;

  constructor(events: RuntimeEvents) {
    this.#events = events;
    this.#server = createServer((request, response) => this.#read(request, response));
    // The runtime's connection idles between invocations, and its end is the runtime's end.
    this.#server.keepAliveTimeout = 0;
    this.#server.on('connection', (socket) => socket.unref());
    this.#server.unref();
  }

  /** @returns the address for AWS_LAMBDA_RUNTIME_API */
  listen(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', () => {
        const { port } = this.#server.address() as AddressInfo;
        resolve(`127.0.0.1:${port}`);
      });
    });
  }

  /** Hands an invocation to the runtime, which must have asked for one. */
  give({ requestId, functionArn, payload, deadlineMs, clientContext }: RuntimeInvocation): void {
    const response = this.#waiting;
    if (!response) throw new Error(`The runtime of ${functionArn} has not asked for an invocation`);
    this.#waiting = undefined;
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': requestId,
      'lambda-runtime-deadline-ms': String(deadlineMs),
      'lambda-runtime-invoked-function-arn': functionArn,
      'lambda-runtime-trace-id': `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll('-', '').slice(8)};Sampled=0`,
      ...(clientContext && { 'lambda-runtime-client-context': clientContext }),
    });
    response.end(payload);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #read(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => this.#route(request, response, Buffer.concat(chunks).toString()));
  }

  #route({ method, url = '' }: IncomingMessage, response: ServerResponse, body: string): void {
    const [, path = ''] = /^\/2018-06-01\/runtime\/(.*)$/.exec(url) ?? [];
    if (method === 'GET' && path === 'invocation/next') {
      this.#waiting = response;
      this.#events.onNext();
      return;
    }
    const [, requestId = '', kind] = /^invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    if (kind === 'response') this.#events.onResponse(requestId, body);
    else if (kind === 'error') this.#events.onError(requestId, body);
    else if (path === 'init/error') this.#events.onInitError(body);
    response.writeHead(kind || path === 'init/error' ? 202 : 404, { 'content-type': 'application/json' });
    response.end('{"status":"OK"}');
  }
}
