import type { IncomingHttpHeaders } from 'node:http';

/**
 * Why a request does not come from a program on this machine, undefined when it does.
 * - A web page that makes its own name resolve to 127.0.0.1 (DNS rebinding) sends that name as its host.
 * - A page of another origin cannot read answers, but with a key that it guesses it could do harm: functions run code on
 *   this machine. Browsers tell origins in these headers, AWS clients send none of them.
 */
export function strangerProblem(headers: IncomingHttpHeaders): string | undefined {
  const { host, origin, 'sec-fetch-site': site = 'none' } = headers;
  if (!isLoopbackHost(host)) return 'The embedded AWS answers on loopback names only.';
  const isForeign = (origin !== undefined && origin !== `http://${host}`) || !sitesOfOurs.has(site);
  return isForeign ? 'The embedded AWS does not answer to web pages of other origins.' : undefined;
}

const sitesOfOurs = new Set(['none', 'same-origin']);

/** `<bucket>.localhost` is S3's virtual-host style; S3 Control's clients put the account before whatever host they are given. */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = hostName(host ?? '').replace(/^\d{12}\.(?=127\.0\.0\.1$)/, '');
  return name === '127.0.0.1' || name === '[::1]' || name === 'localhost' || name.endsWith('.localhost');
}

/** The bucket in the host name of an S3 request in virtual-host style, undefined in path style. */
export function bucketOfHost(host: string | undefined): string | undefined {
  const name = hostName(host ?? '');
  return name.endsWith('.localhost') ? name.slice(0, -'.localhost'.length) : undefined;
}

const hostName = (host: string) => host.toLowerCase().replace(/:\d+$/, '');
