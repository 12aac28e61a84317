import type { CreateDetectorRequest, Finding } from '@aws-sdk/client-guardduty';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

/** An account's one detector in a Region. */
export interface Detector {
  readonly id: string;
  readonly createdAt: number;
  readonly isEnabled: boolean;
  readonly findingPublishingFrequency: NonNullable<CreateDetectorRequest['FindingPublishingFrequency']>;
  readonly tags: Readonly<Record<string, string>>;
  /** By id. */
  readonly findings: Map<string, Finding>;
}

const store = { name: 'guardduty.detector', create: (): { detector?: Detector | undefined } => ({}) };

export const detectorSlotOf = ({ world, accountId, region }: Call): { detector?: Detector | undefined } =>
  world.store(store, accountId, region);

/** @throws ServiceError `BadRequestException` when there is no detector of that id */
export function findDetector(id: string | undefined, call: Call): Detector {
  const { detector } = detectorSlotOf(call);
  if (detector && detector.id === id) return detector;
  throw badRequest(
    'The request is rejected because the input detectorId is not owned by the current account.',
  );
}

export const badRequest = (message: string): ServiceError => new ServiceError('BadRequestException', message);
