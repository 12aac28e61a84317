import type { Service } from '../../endpoint/operation.ts';
import { DisableMacie } from './DisableMacie.ts';
import { EnableMacie } from './EnableMacie.ts';
import { GetMacieSession } from './GetMacieSession.ts';
import { UpdateMacieSession } from './UpdateMacieSession.ts';

/** Macie: on, paused or off. */
export const macie2: Service = {
  name: 'macie2',
  operations: { DisableMacie, EnableMacie, GetMacieSession, UpdateMacieSession },
};
