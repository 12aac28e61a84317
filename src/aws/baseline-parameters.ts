import type { Parameter, ParameterHistory } from '@aws-sdk/client-ssm';
import type { Connection } from './connection.ts';
import { ATTEMPT_LIMITS } from './sdk-limits.ts';

/** One version of a parameter. */
export interface ParameterText {
  readonly name: string;
  readonly text: string;
  /** Counts from 1, and again from 1 when the parameter was deleted and made again. */
  readonly version: number;
  /** In milliseconds since the epoch. */
  readonly at: number;
}

export type WrittenText = ParameterText & { readonly writer: string | undefined };

/** Parameter Store, as far as baselines need it. Every method may throw what the SDK throws. */
export interface Parameters {
  /** Everything below a path, or as much of it as is read: whoever may write parameters could add thousands. */
  readBelow(path: string): Promise<{ readonly found: readonly ParameterText[]; readonly isWhole: boolean }>;
  /** Those of the names that there are. */
  read(names: readonly string[]): Promise<readonly ParameterText[]>;
  /** Every version that is kept, at most 100, the newest first; none of a parameter that does not exist. */
  readHistory(name: string): Promise<readonly WrittenText[]>;
  /**
   * @param description what people read beside it; by default that it is a part of a baseline
   * @returns the version that was written
   */
  put(name: string, text: string, how: 'create' | 'overwrite', description?: string): Promise<number>;
  /** @returns false when there was none */
  remove(name: string): Promise<boolean>;
}

const OF_A_BASELINE = 'What a CloudTrail trail must be: a part of its baseline, kept by trailkeeper';

/** AWS gives ten parameters at a time: enough for about sixty baselines. */
const MOST_PAGES = 50;
const MOST_NAMES = 10;
const HISTORY_PAGE = 50;

export function connectParameters(connection: Connection = {}): Parameters {
  let connected: ReturnType<typeof connect> | undefined;
  const ssm = () => {
    connected ??= connect(connection);
    return connected;
  };
  return {
    async readBelow(Path) {
      const { sdk, client } = await ssm();
      const found: ParameterText[] = [];
      let NextToken: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer = await client.send(
          new sdk.GetParametersByPathCommand({ Path, Recursive: true, MaxResults: MOST_NAMES, NextToken }),
        );
        found.push(...(answer.Parameters ?? []).map(readVersion));
        NextToken = answer.NextToken;
        // A page may be empty and not the last.
        if (!NextToken) return { found, isWhole: true };
      }
      return { found, isWhole: false };
    },
    async read(names) {
      const { sdk, client } = await ssm();
      const pages = Array.from({ length: Math.ceil(names.length / MOST_NAMES) }, (_, page) =>
        client.send(
          new sdk.GetParametersCommand({ Names: names.slice(page * MOST_NAMES, (page + 1) * MOST_NAMES) }),
        ),
      );
      return (await Promise.all(pages)).flatMap(({ Parameters = [] }) => Parameters.map(readVersion));
    },
    async readHistory(Name) {
      const { sdk, client } = await ssm();
      const versions: WrittenText[] = [];
      let NextToken: string | undefined;
      try {
        do {
          const answer = await client.send(
            new sdk.GetParameterHistoryCommand({ Name, MaxResults: HISTORY_PAGE, NextToken }),
          );
          versions.push(...(answer.Parameters ?? []).map(readWritten));
          NextToken = answer.NextToken;
        } while (NextToken);
      } catch (error) {
        if (!(error instanceof sdk.ParameterNotFound)) throw error;
      }
      return versions.sort((one, other) => other.version - one.version);
    },
    async put(Name, Value, how, Description = OF_A_BASELINE) {
      const { sdk, client } = await ssm();
      const { Version = 0 } = await client.send(
        new sdk.PutParameterCommand({
          Name,
          Value,
          Type: 'String',
          Tier: 'Intelligent-Tiering',
          Description,
          Overwrite: how === 'overwrite',
        }),
      );
      return Version;
    },
    async remove(Name) {
      const { sdk, client } = await ssm();
      try {
        await client.send(new sdk.DeleteParameterCommand({ Name }));
        return true;
      } catch (error) {
        if (error instanceof sdk.ParameterNotFound) return false;
        throw error;
      }
    },
  };
}

async function connect(connection: Connection) {
  const sdk = await import('@aws-sdk/client-ssm');
  return { sdk, client: new sdk.SSMClient({ maxAttempts: 3, ...ATTEMPT_LIMITS, ...connection }) };
}

const readVersion = ({ Name = '', Value = '', Version = 0, LastModifiedDate }: Parameter): ParameterText => ({
  name: Name,
  text: Value,
  version: Version,
  at: LastModifiedDate?.getTime() ?? 0,
});

/** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterHistory.html */
const readWritten = (version: ParameterHistory): WrittenText => ({
  ...readVersion(version),
  writer: version.LastModifiedUser,
});
