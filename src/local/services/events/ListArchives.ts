import type { ListArchivesRequest, ListArchivesResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { archivesIn, keptEvents } from './archives.ts';
import { listPage } from './list-page.ts';

export const ListArchives: Operation<ListArchivesRequest, ListArchivesResponse> = (input, call) => {
  const { NamePrefix = '', EventSourceArn, State } = input;
  const matching = [...archivesIn(call.world, call.accountId, call.region).values()].filter(
    ({ name, busArn, state }) =>
      name.startsWith(NamePrefix) && (EventSourceArn ?? busArn) === busArn && (State ?? state) === state,
  );
  const { items, nextToken } = listPage(matching, input);
  const Archives = items.map((archive) => ({
    ArchiveName: archive.name,
    EventSourceArn: archive.busArn,
    State: archive.state,
    RetentionDays: archive.retentionDays,
    EventCount: keptEvents(archive, call.world).length,
    CreationTime: new Date(archive.createdAt),
  }));
  return { Archives, NextToken: nextToken };
};
