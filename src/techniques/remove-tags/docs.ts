import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Remove the tags of a trail',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Policies that protect the trail by its tags, inventories and automation that choose by tag no longer apply to it. Recording goes on.',
  dataLost: 'Nothing by itself; it prepares another step.',
  benignTwins: 'Tidying up tags, by hand or by a tool that owns them.',
  whatToDo: 'Put the tags back, and see which policies go by them.',
  undo: [
    'aws cloudtrail list-tags --resource-id-list <trail ARN> --region <home Region>',
    'aws cloudtrail add-tags --resource-id <trail ARN> --tags-list Key=<key>,Value=<value> --region <home Region>',
  ],
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_RemoveTags.html'],
};
