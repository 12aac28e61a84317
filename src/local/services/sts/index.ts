import type { Service } from '../../endpoint/operation.ts';
import { AssumeRole } from './AssumeRole.ts';
import { GetCallerIdentity } from './GetCallerIdentity.ts';

export const sts: Service = { name: 'sts', operations: { AssumeRole, GetCallerIdentity } };
