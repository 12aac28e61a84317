/** A request as it came over the wire, its body complete. */
export interface HttpRequest {
  readonly method: string;
  /** As sent: percent-encoded, without the query. */
  readonly path: string;
  /** Decoded, in the order sent. */
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/**
 * Splits a request's target into its path and its decoded query. In a URL a `+` is a plus (only forms write
 * spaces so), which is why `URLSearchParams` is not handed the text.
 * @throws URIError when an escape is broken
 */
export function splitTarget(target: string): { path: string; query: URLSearchParams } {
  const mark = target.indexOf('?');
  if (mark < 0) return { path: target, query: new URLSearchParams() };
  const pairs = target
    .slice(mark + 1)
    .split('&')
    .filter((pair) => pair !== '')
    .map(decodePair);
  return { path: target.slice(0, mark), query: new URLSearchParams(pairs) };
}

function decodePair(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  if (equals < 0) return [decodeURIComponent(pair), ''];
  return [decodeURIComponent(pair.slice(0, equals)), decodeURIComponent(pair.slice(equals + 1))];
}
