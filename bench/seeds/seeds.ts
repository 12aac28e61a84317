/** A handler of the documents this project was asked from, as far as deploying it needs to know. */
export interface Seed {
  /** Of the document. */
  readonly number: number;
  /** What it does, in few words. */
  readonly title: string;
  /** The calls that its rule takes. */
  readonly eventNames: readonly string[];
  /** What its role may do. */
  readonly actions: readonly string[];
  /** Its rule hands the event to the topic, too. */
  readonly isTopicTarget: boolean;
}

const STOP = ['StopLogging'];

export const SEEDS: readonly Seed[] = [
  {
    number: 1,
    title: 'restarts one given trail',
    eventNames: STOP,
    actions: ['cloudtrail:StartLogging'],
    isTopicTarget: true,
  },
  {
    number: 2,
    title: 'restarts what the event names',
    eventNames: STOP,
    actions: ['cloudtrail:*'],
    isTopicTarget: true,
  },
  {
    number: 3,
    title: 'mails eight calls, restarts',
    eventNames: [
      ...STOP,
      'StartLogging',
      'UpdateTrail',
      'DeleteTrail',
      'CreateTrail',
      'RemoveTags',
      'AddTags',
      'PutEventSelectors',
    ],
    actions: [
      'cloudtrail:DescribeTrails',
      'cloudtrail:GetTrailStatus',
      'cloudtrail:StartLogging',
      'sns:Publish',
    ],
    isTopicTarget: false,
  },
  {
    number: 4,
    title: 'restarts, then mails who',
    eventNames: STOP,
    actions: ['cloudtrail:StartLogging', 'sns:Publish'],
    isTopicTarget: false,
  },
  {
    number: 5,
    title: 'restarts after three calls, mails',
    eventNames: [...STOP, 'DeleteTrail', 'UpdateTrail'],
    actions: ['cloudtrail:StartLogging', 'cloudtrail:GetTrailStatus', 'sns:Publish'],
    isTopicTarget: false,
  },
];
