import type { BaselineKey } from '../domain/baseline/baseline-store.ts';
import { asJsonObject, isJsonObject } from '../domain/json.ts';
import type { StoredWindow } from '../domain/window/windows.ts';
import { orNullFor } from './aws-error.ts';
import type { JsonConnection } from './json-connection.ts';
import { parseWindow, WINDOWS_PATH, windowName } from './window-parameter.ts';

/** A parameter's history has at most 100 versions, 50 on a page. */
const PAGES = 3;

/** The maintenance window of a single trail, asked without the SDK. */
export interface WindowLookup {
  /** Opens the connection before it is needed; what comes of it nobody waits for. */
  open(): Promise<void>;
  /** Null when none is written down. It may throw whatever the connection throws. */
  read(trail: BaselineKey): Promise<StoredWindow | null>;
}

/** @param connection to Parameter Store */
export const makeWindowLookup = (connection: JsonConnection): WindowLookup => ({
  async open() {
    await connection
      .call('GetParametersByPath', { Path: WINDOWS_PATH, Recursive: true, MaxResults: 1 })
      .catch(() => {});
  },
  async read(trail) {
    const written = await readHistory(windowName(trail), connection);
    const [latest] = written.sort((one, other) => Number(other.Version) - Number(one.Version));
    return latest ? toWindow(latest) : null;
  },
});

/** One call tells what is written, when, and by whom: the parameter itself would not say who. */
async function readHistory(Name: string, connection: JsonConnection) {
  const versions = [];
  let NextToken: unknown;
  for (let page = 0; page < PAGES; page++) {
    const input = { Name, MaxResults: 50, ...(NextToken ? { NextToken } : {}) };
    const answer = await orNullFor(connection.call('GetParameterHistory', input), ['ParameterNotFound']);
    const { Parameters, NextToken: next } = asJsonObject(answer);
    versions.push(...(Array.isArray(Parameters) ? Parameters.filter(isJsonObject) : []));
    if (!next) break;
    NextToken = next;
  }
  return versions;
}

/** In the JSON protocol, times are seconds. @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterHistory.html */
const toWindow = ({ Value, LastModifiedDate, LastModifiedUser }: Record<string, unknown>): StoredWindow => ({
  content: parseWindow(typeof Value === 'string' ? Value : ''),
  at: typeof LastModifiedDate === 'number' ? LastModifiedDate * 1000 : 0,
  writer:
    typeof LastModifiedUser === 'string'
      ? { read: true, value: LastModifiedUser }
      : { read: false, reason: 'Parameter Store does not tell' },
});
