import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { addresseeOf } from './addressee.ts';
import { answer, refuse } from './answer.ts';
import { type HttpRequest, type HttpResponse, splitTarget } from './http-message.ts';
import { strangerProblem } from './loopback.ts';
import { readBody } from './read-body.ts';
import { ServiceError } from './service-error.ts';
import { DEFAULT_MAX_BYTES } from './service-models.ts';
import type { World } from './world.ts';

/** Plain HTTP beside AWS's own, such as the inbox. Asked before a request counts as an AWS client's. */
export interface ExtraRoute {
  readonly method: string;
  /** What the path starts with. */
  readonly prefix: string;
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

export interface Endpoint {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a world to AWS clients on loopback. Port 0 takes a free one. Sets `world.endpointUrl`. */
export async function serve(world: World, port = 0, routes: readonly ExtraRoute[] = []): Promise<Endpoint> {
  const server = createServer((request, response) => {
    receive(world, routes, request, response).catch((error) => response.destroy(error));
  });
  // Clients keep connections for reuse; closing one under a request they are sending fails that request.
  server.keepAliveTimeout = 65_000;
  const bound = await listen(server, port);
  world.endpointUrl = `http://127.0.0.1:${bound}`;
  return { url: world.endpointUrl, port: bound, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function receive(
  world: World,
  routes: readonly ExtraRoute[],
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const problem = strangerProblem(incoming.headers);
  if (problem) return send(world, response, incoming, plain(403, problem));
  const extra = routes.find(
    ({ method, prefix }) => method === incoming.method && incoming.url?.startsWith(prefix),
  );
  if (extra) return extra.handle(incoming, response);
  send(world, response, incoming, await answerTo(world, incoming));
}

async function answerTo(world: World, incoming: IncomingMessage): Promise<HttpResponse> {
  const head = headOf(incoming);
  if (!head) return plain(400, 'The request target is not readable.');
  const body = await readBody(incoming, addresseeOf(head).service.maxBytes ?? DEFAULT_MAX_BYTES);
  if (body) return answer(world, { ...head, body });
  const refused = refuse(head, tooLarge());
  return { ...refused, headers: { ...refused.headers, connection: 'close' } };
}

const tooLarge = () => new ServiceError('RequestEntityTooLargeException', 'The request is too large.', 413);

/** The request before its body; undefined when its target is broken or names another host. */
function headOf({
  method = '',
  url: target = '',
  headers,
  socket,
}: IncomingMessage): HttpRequest | undefined {
  // A client that takes the endpoint for its proxy names the host once more: so one reaches hosts that no DNS knows.
  const origin = `http://${headers.host}`;
  const url = target.startsWith(`${origin}/`) ? target.slice(origin.length) : target;
  if (!url.startsWith('/')) return undefined;
  try {
    decodeURIComponent(url);
    return {
      method,
      ...splitTarget(url),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: Buffer.alloc(0),
      sourceIp: socket.remoteAddress ?? '127.0.0.1',
    };
  } catch {
    return undefined;
  }
}

const plain = (status: number, body: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: `${body}\n`,
});

/**
 * Clients of the AWS SDK set their clocks by the answers' dates, and send again whatever is refused while these are minutes from their own:
 * the date is the world's, as is the time of the functions in it.
 */
function send(
  { clock }: World,
  response: ServerResponse,
  { method }: IncomingMessage,
  { status, headers, body }: HttpResponse,
): void {
  // What HEAD says about a body's length comes from the operation, and 204 has none; everything else is counted.
  const isBodiless = method === 'HEAD' || status === 204;
  response.writeHead(status, {
    date: new Date(clock.now()).toUTCString(),
    ...headers,
    ...(!isBodiless && { 'content-length': Buffer.byteLength(body) }),
  });
  response.end(isBodiless ? undefined : body);
}
