import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Enable a Region that nobody watches, or disable one that is watched',
  attack: ['T1535'],
  effect:
    'A multi-Region trail extends to a new Region by itself; trails of one Region and EventBridge rules do not. What is in a disabled Region goes on to exist and cost, unseen.',
  dataLost: 'Events of the new Region, where only single-Region trails record.',
  benignTwins: 'Somebody needs a new Region: the call says which, and who.',
  whatToDo: 'Ask whether the Region is wanted. A policy of the organization can keep Regions shut.',
  undo: [
    'aws account disable-region --region-name <Region>',
    'aws account enable-region --region-name <Region>',
    'aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT',
  ],
  references: [
    'https://docs.aws.amazon.com/accounts/latest/reference/API_EnableRegion.html',
    'https://docs.aws.amazon.com/accounts/latest/reference/API_DisableRegion.html',
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html',
  ],
};
