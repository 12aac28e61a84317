import type { DescribeArchiveRequest, DescribeArchiveResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { keptEvents } from './archives.ts';
import { requireArchive } from './require-archive.ts';

export const DescribeArchive: Operation<DescribeArchiveRequest, DescribeArchiveResponse> = (input, call) => {
  const archive = requireArchive(call, input.ArchiveName);
  const events = keptEvents(archive, call.world);
  return {
    ArchiveArn: archive.arn,
    ArchiveName: archive.name,
    EventSourceArn: archive.busArn,
    Description: archive.description,
    EventPattern: archive.patternText,
    State: archive.state,
    RetentionDays: archive.retentionDays,
    SizeBytes: events.reduce((bytes, { event }) => bytes + JSON.stringify(event).length, 0),
    EventCount: events.length,
    CreationTime: new Date(archive.createdAt),
  };
};
