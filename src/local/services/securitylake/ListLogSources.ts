import type {
  ListLogSourcesRequest,
  ListLogSourcesResponse,
  LogSource,
  LogSourceResource,
} from '@aws-sdk/client-securitylake';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { lakesOf, type LogSource as StoredLogSource } from './data-lake.ts';

const MAX_RESULTS = 50;

export const ListLogSources: Operation<ListLogSourcesRequest, ListLogSourcesResponse> = (input, call) => {
  const isWanted = ({ accountId, region, sourceName }: StoredLogSource) =>
    isAmong(accountId, input.accounts) &&
    isAmong(region, input.regions) &&
    isAmong(sourceName, input.sources?.map(nameOf));
  const wanted = [...lakesOf(call).sources.values()].filter(isWanted);
  const { items, nextToken } = page(byPlace(wanted), {
    limit: input.maxResults ?? MAX_RESULTS,
    token: input.nextToken,
    badTokenCode: 'BadRequestException',
  });
  return { sources: items, nextToken };
};

const isAmong = (value: string, wanted: readonly (string | undefined)[] | undefined) =>
  !wanted?.length || wanted.includes(value);

/** Custom sources are not served, so none is found by their names. */
const nameOf = ({ awsLogSource, customLogSource }: LogSourceResource) =>
  awsLogSource?.sourceName ?? customLogSource?.sourceName;

/** One entry for each account and Region. */
const byPlace = (sources: readonly StoredLogSource[]): readonly LogSource[] =>
  [...Map.groupBy(sources, ({ accountId, region }) => `${accountId} ${region}`).values()].map((group) => ({
    account: group[0]?.accountId,
    region: group[0]?.region,
    sources: group.map(({ sourceName, sourceVersion }) => ({ awsLogSource: { sourceName, sourceVersion } })),
  }));
