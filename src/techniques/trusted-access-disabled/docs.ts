import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Disable CloudTrail’s trusted access',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'AWS deletes the organization’s trails from all member accounts, and turns those of the management account into trails of that account alone. CloudTrail records no call of its own for it.',
  dataLost:
    'Events of every member account from then on. Management events stay in Event history of each account for 90 days, per Region.',
  benignTwins: 'Control Tower asks for it before it sets up CloudTrail itself.',
  whatToDo:
    'Enable the access, then update every trail and event data store that was the organization’s. A guard in a member account sees the trail go.',
  undo: [
    'aws organizations enable-aws-service-access --service-principal cloudtrail.amazonaws.com',
    'aws cloudtrail update-trail --name <trail ARN> --is-organization-trail --region <home Region>',
    'aws cloudtrail update-event-data-store --event-data-store <event data store ARN> --organization-enabled --region <its Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_DisableAWSServiceAccess.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-cloudtrail.html',
    'https://github.com/aws-samples/landing-zone-accelerator-on-aws-for-tse-se/issues/13',
  ],
};
