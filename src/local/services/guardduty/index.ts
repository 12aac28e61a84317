import type { Service } from '../../endpoint/operation.ts';
import { CreateDetector } from './CreateDetector.ts';
import { CreateSampleFindings } from './CreateSampleFindings.ts';
import { DeleteDetector } from './DeleteDetector.ts';
import { GetDetector } from './GetDetector.ts';
import { GetFindings } from './GetFindings.ts';
import { ListDetectors } from './ListDetectors.ts';
import { ListFindings } from './ListFindings.ts';

/** GuardDuty: detectors and sample findings, and their events. */
export const guardduty: Service = {
  name: 'guardduty',
  operations: {
    CreateDetector,
    CreateSampleFindings,
    DeleteDetector,
    GetDetector,
    GetFindings,
    ListDetectors,
    ListFindings,
  },
};
