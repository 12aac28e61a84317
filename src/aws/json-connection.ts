import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../domain/ports.ts';
import { type Credentials, signedHeaders } from './sign.ts';

/** Lambda freezes the process between invocations; a connection may be dead by then without an error. */
const REUSE_WITHIN_MS = 20_000;
const ANSWER_WITHIN_MS = 1_000;
const ATTEMPTS = 4;
const WAIT_AFTER_THROTTLE_MS = 400;

/** How services that speak AWS's JSON protocol call themselves in `x-amz-target`. */
const TARGETS = { cloudtrail: 'CloudTrail_20131101', ssm: 'AmazonSSM' } as const;

/** A service that can be asked without the SDK. */
export type JsonService = keyof typeof TARGETS;

interface Connected {
  readonly service: JsonService;
  readonly endpoint: URL;
  readonly region: string;
  readonly readCredentials: () => Credentials;
  readonly clock: Clock;
}

/** An error that a service answered with. */
class JsonServiceError extends Error {
  override readonly name = 'JsonServiceError';
  /** AWS's error code, such as `TrailNotFoundException`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A kept-alive connection to one service without the SDK, for the calls that cannot wait for the SDK to load. */
export class JsonConnection {
  readonly #to: Connected;
  #agent: http.Agent | undefined;
  #usedAt = 0;

  constructor(to: Connected) {
    this.#to = to;
  }

  /**
   * Makes one call, and again when no answer comes in time, the connection broke, or the service throttles. Only for
   * calls that may be repeated.
   * @throws JsonServiceError
   */
  async call(operation: string, input: object): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      const agent = this.#freshAgent();
      try {
        return await this.#send(agent, operation, JSON.stringify(input));
      } catch (error) {
        if (attempt === ATTEMPTS || (error instanceof JsonServiceError && !isThrottled(error))) throw error;
        if (error instanceof JsonServiceError) await this.#to.clock.sleep(WAIT_AFTER_THROTTLE_MS * attempt);
        // Others may have calls under way on it, or have renewed it already.
        else if (this.#agent === agent) this.#agent = undefined;
      }
    }
  }

  async #send(agent: http.Agent, operation: string, body: string): Promise<unknown> {
    const { service, endpoint, region, readCredentials, clock } = this.#to;
    const now = clock.now();
    const target = `${TARGETS[service]}.${operation}`;
    const request = { host: endpoint.host, service, region, target, body };
    const { status, text } = await this.#exchange(
      agent,
      signedHeaders(request, readCredentials(), now),
      body,
    );
    return readAnswer(status, text);
  }

  #exchange(
    agent: http.Agent,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<{ status: number; text: string }> {
    const options = { agent, method: 'POST', headers, timeout: ANSWER_WITHIN_MS };
    return new Promise((resolve, reject) => {
      const request = this.#transport().request(this.#to.endpoint, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
      });
      request.on('timeout', () => request.destroy(new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)));
      request.on('error', reject);
      request.end(body);
    });
  }

  #transport() {
    return this.#to.endpoint.protocol === 'http:' ? http : https;
  }

  #freshAgent(): http.Agent {
    const now = this.#to.clock.now();
    if (now - this.#usedAt > REUSE_WITHIN_MS) {
      this.#agent?.destroy();
      this.#agent = undefined;
    }
    this.#usedAt = now;
    const Agent = this.#to.endpoint.protocol === 'http:' ? http.Agent : https.Agent;
    this.#agent ??= new Agent({ keepAlive: true });
    return this.#agent;
  }
}

const isThrottled = ({ code }: JsonServiceError) => code === 'ThrottlingException';

/** @throws JsonServiceError when the service answered with an error; Error when the answer is none of AWS's */
function readAnswer(status: number, text: string): unknown {
  if (status === 200) return JSON.parse(text || '{}');
  const { __type = '', message, Message } = JSON.parse(text) as Record<string, string | undefined>;
  throw new JsonServiceError(__type.split('#').pop() || `HTTP ${status}`, message ?? Message ?? text);
}
