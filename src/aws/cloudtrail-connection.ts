import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../domain/ports.ts';
import { type Credentials, signedHeaders } from './sign.ts';

/** Lambda freezes the process between invocations; a connection may be dead by then without an error. */
const REUSE_WITHIN_MS = 20_000;
const ANSWER_WITHIN_MS = 1_000;
const ATTEMPTS = 4;
const WAIT_AFTER_THROTTLE_MS = 400;

interface Connection {
  readonly endpoint: URL;
  readonly region: string;
  readonly readCredentials: () => Credentials;
  readonly clock: Clock;
}

/** An error that CloudTrail answered with. */
class CloudTrailError extends Error {
  override readonly name = 'CloudTrailError';
  /** AWS's error code, such as `TrailNotFoundException`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A kept-alive connection to CloudTrail without the SDK, for the calls that cannot wait for the SDK to load. */
export class CloudTrailConnection {
  readonly #to: Connection;
  #agent: http.Agent | undefined;
  #usedAt = 0;

  constructor(to: Connection) {
    this.#to = to;
  }

  /**
   * Makes one call, and again when no answer comes in time, the connection broke, or CloudTrail throttles. Only for
   * calls that may be repeated.
   * @throws CloudTrailError
   */
  async call(operation: 'DescribeTrails' | 'StartLogging', input: object): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      const agent = this.#freshAgent();
      try {
        return await this.#send(agent, operation, JSON.stringify(input));
      } catch (error) {
        if (attempt === ATTEMPTS || (error instanceof CloudTrailError && !isThrottled(error))) throw error;
        if (error instanceof CloudTrailError) await this.#to.clock.sleep(WAIT_AFTER_THROTTLE_MS * attempt);
        // Others may have calls under way on it, or have renewed it already.
        else if (this.#agent === agent) this.#agent = undefined;
      }
    }
  }

  async #send(agent: http.Agent, operation: string, body: string): Promise<unknown> {
    const { endpoint, region, readCredentials, clock } = this.#to;
    const now = clock.now();
    const target = `CloudTrail_20131101.${operation}`;
    const request = { host: endpoint.host, service: 'cloudtrail', region, target, body };
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

const isThrottled = ({ code }: CloudTrailError) => code === 'ThrottlingException';

/** @throws CloudTrailError when CloudTrail answered with an error; Error when the answer is none of CloudTrail's */
function readAnswer(status: number, text: string): unknown {
  if (status === 200) return JSON.parse(text || '{}');
  const { __type = '', message, Message } = JSON.parse(text) as Record<string, string | undefined>;
  throw new CloudTrailError(__type.split('#').pop() || `HTTP ${status}`, message ?? Message ?? text);
}
