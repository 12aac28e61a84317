import type {
  DetectorFeatureConfiguration,
  DetectorFeatureConfigurationResult,
} from '@aws-sdk/client-guardduty';
import { badRequest, type Detector } from './detector.ts';

/** @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html */
const features = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'EKS_RUNTIME_MONITORING',
  'RUNTIME_MONITORING',
] as const;

/** What nobody can switch off but with the detector itself. */
const foundations = ['CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS'] as const;

/** @throws ServiceError `BadRequestException` for a feature there is not */
export function setFeatures(detector: Detector, given: readonly DetectorFeatureConfiguration[] = []): void {
  for (const { Name, Status } of given) {
    const name = features.find((feature) => feature === Name);
    if (!name || !Status) throw badRequest(`The request is rejected because the feature ${Name} is invalid.`);
    detector.features.set(name, Status);
  }
}

/** All features as GetDetector lists them. */
export function describedFeatures(detector: Detector): DetectorFeatureConfigurationResult[] {
  const UpdatedAt = new Date(detector.updatedAt);
  return [
    ...foundations.map((Name) => ({ Name, Status: 'ENABLED' as const, UpdatedAt })),
    ...features.map((Name) => ({ Name, Status: detector.features.get(Name) ?? 'DISABLED', UpdatedAt })),
  ];
}
