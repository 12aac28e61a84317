import type { Technique } from '../../domain/technique.ts';

export const guardCutOff: Technique = {
  id: 'ec2.guard-cut-off',
  catalogue: ['CT-117'],
  severity: 'high',
  done: 'cut the guard off from AWS by its network',
  subject: 'guard',
  calls: [],
  drift: [],
  restore: [],
  lost: 'Nothing: the guard’s function is in no VPC, where somebody could cut it off.',
  toDo: 'Nothing. A VPC in the function’s configuration is told as function-configuration-changed.',
};
