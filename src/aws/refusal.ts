import { RefusedError } from '../domain/errors.ts';
import type { RESTORING_CALLS } from '../domain/restoring-call.ts';
import { codeOf } from './aws-error.ts';

type RestoringService = (typeof RESTORING_CALLS)[keyof typeof RESTORING_CALLS]['service'];

/** Answers of any service that trying again does not change. */
const ANYWHERE = [
  'AccessDenied',
  'AccessDeniedException',
  'UnknownToSdkError',
  'UnsupportedOperationException',
];

/**
 * AWS's answers that trying again does not change: not what is throttled, in conflict or not known everywhere yet. A trail that is there
 * already is compared with its baseline at the next look, whoever made it.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html#API_UpdateTrail_Errors and so on
 */
const REFUSALS: Readonly<Record<RestoringService, readonly string[]>> = {
  cloudtrail: [
    'CloudTrailAccessNotEnabledException',
    'CloudTrailARNInvalidException',
    'InsufficientDependencyServiceAccessPermissionException',
    'InvalidEventSelectorsException',
    'InvalidHomeRegionException',
    'InvalidInsightSelectorsException',
    'InvalidKmsKeyIdException',
    'InvalidParameterCombinationException',
    'InvalidParameterException',
    'InvalidS3BucketNameException',
    'InvalidS3PrefixException',
    'InvalidSnsTopicNameException',
    'InvalidTagParameterException',
    'InvalidTrailNameException',
    'KmsKeyDisabledException',
    'KmsKeyNotFoundException',
    'MaximumNumberOfTrailsExceededException',
    'NoManagementAccountSLRExistsException',
    'NotOrganizationManagementAccountException',
    'NotOrganizationMasterAccountException',
    'OperationNotPermittedException',
    'OrganizationNotInAllFeaturesModeException',
    'OrganizationsNotInUseException',
    'S3BucketDoesNotExistException',
    'TagsLimitExceededException',
    'TrailNotFoundException',
  ],
  s3: [
    'AllAccessDisabled',
    // Somebody else has a bucket of that name.
    'BucketAlreadyExists',
    'InvalidArgument',
    'InvalidBucketState',
    'InvalidRequest',
    'MalformedPolicy',
    'MalformedXML',
    'MethodNotAllowed',
    'NoSuchBucket',
    'TooManyBuckets',
  ],
  kms: [
    'DisabledException',
    'KMSInvalidStateException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'NotFoundException',
  ],
  sns: [
    'AuthorizationErrorException',
    'InvalidParameterException',
    'NotFoundException',
    'TopicLimitExceededException',
  ],
  logs: ['InvalidParameterException', 'LimitExceededException', 'ResourceNotFoundException'],
  // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
  cloudwatch: ['LimitExceeded', 'LimitExceededFault', 'ValidationError'],
  iam: [
    'InvalidInputException',
    'LimitExceededException',
    'MalformedPolicyDocumentException',
    'NoSuchEntityException',
    'PolicyNotAttachableException',
    'UnmodifiableEntityException',
  ],
};

/** An error as the domain knows it: a `RefusedError` where AWS said no for good, otherwise the error itself. */
export function toDomainError(error: unknown, service: RestoringService = 'cloudtrail'): unknown {
  const code = codeOf(error);
  const isFinal = ANYWHERE.includes(code) || REFUSALS[service].includes(code);
  return error instanceof Error && isFinal ? new RefusedError(code, error.message, { cause: error }) : error;
}
