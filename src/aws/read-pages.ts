import type { JsonObject } from '../domain/json.ts';
import type { AwsCall, CallAws } from './call-aws.ts';

const PAGES_AT_MOST = 20;

interface Paging {
  /** The answer's field that holds the items. */
  readonly items: string;
  /** The answer's field that leads on, and the input's field that takes it. */
  readonly next: string;
  readonly token: string;
}

/** All items of a list that AWS answers in pages. @throws Error when there are more pages than anything here can have */
export async function readPages(
  request: AwsCall,
  { items, next, token }: Paging,
  callAws: CallAws,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  let input: JsonObject = request.input;
  for (let page = 0; page < PAGES_AT_MOST; page++) {
    const answer = await callAws({ ...request, input });
    const list = answer[items];
    if (Array.isArray(list)) found.push(...list);
    if (!answer[next]) return found;
    input = { ...request.input, [token]: answer[next] };
  }
  throw new Error(`${request.operation} answers more than ${PAGES_AT_MOST} pages`);
}
