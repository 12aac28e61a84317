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
export class CloudTrailError extends Error {
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
      try {
        return await this.#send(operation, JSON.stringify(input));
      } catch (error) {
        if (attempt === ATTEMPTS || (error instanceof CloudTrailError && !isThrottled(error))) throw error;
        if (error instanceof CloudTrailError) await this.#to.clock.sleep(WAIT_AFTER_THROTTLE_MS * attempt);
        else this.#renew();
      }
    }
  }

  #send(operation: string, body: string): Promise<unknown> {
    const { endpoint, region, readCredentials, clock } = this.#to;
    const target = `CloudTrail_20131101.${operation}`;
    const now = clock.now();
    if (now - this.#usedAt > REUSE_WITHIN_MS) this.#renew();
    this.#usedAt = now;
    const headers = signedHeaders(
      { host: endpoint.host, service: 'cloudtrail', region, target, body },
      readCredentials(),
      now,
    );
    const options = { agent: this.#agent, method: 'POST', headers, timeout: ANSWER_WITHIN_MS };
    return new Promise((resolve, reject) => {
      const request = this.#transport().request(endpoint, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          settle(response.statusCode ?? 0, Buffer.concat(chunks).toString(), resolve, reject),
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

  #renew() {
    this.#agent?.destroy();
    const Agent = this.#to.endpoint.protocol === 'http:' ? http.Agent : https.Agent;
    this.#agent = new Agent({ keepAlive: true });
  }
}

const isThrottled = ({ code }: CloudTrailError) => code === 'ThrottlingException';

function settle(
  status: number,
  body: string,
  resolve: (answer: unknown) => void,
  reject: (error: Error) => void,
): void {
  try {
    const answer: unknown = JSON.parse(body || '{}');
    if (status === 200) return resolve(answer);
    const { __type = `HTTP ${status}`, message, Message } = answer as Record<string, string>;
    reject(new CloudTrailError(__type.split('#').pop() ?? __type, message ?? Message ?? body));
  } catch (cause) {
    reject(new Error(`CloudTrail answered HTTP ${status} with something that is no JSON`, { cause }));
  }
}
