import type { DescribeReplayRequest, DescribeReplayResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { notFound } from './events-error.ts';
import { replaysIn } from './replays.ts';

export const DescribeReplay: Operation<DescribeReplayRequest, DescribeReplayResponse> = (
  { ReplayName = '' },
  { world, accountId, region },
) => {
  const replay = replaysIn(world, accountId, region).get(ReplayName);
  if (!replay) throw notFound(`Replay ${ReplayName} does not exist.`);
  return {
    ReplayName: replay.name,
    ReplayArn: replay.arn,
    State: 'COMPLETED',
    EventSourceArn: replay.archiveArn,
    Destination: { Arn: replay.busArn },
    EventStartTime: new Date(replay.from),
    EventEndTime: new Date(replay.to),
    EventLastReplayedTime: new Date(replay.to),
    ReplayStartTime: new Date(replay.startedAt),
    ReplayEndTime: new Date(replay.startedAt),
  };
};
