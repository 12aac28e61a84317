import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Turn off the rotation of the KMS key',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'New key material is no longer made each period. Delivery and reading go on.',
  dataLost: 'None.',
  benignTwins: 'Rotation is a matter of policy; some turn it off to rotate by hand.',
  whatToDo: 'Turn it on again with the approved period, or approve the change.',
  undo: [
    'aws kms enable-key-rotation --key-id <key ARN> --rotation-period-in-days <days> --region <Region of the key>',
  ],
  references: [
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKeyRotation.html',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html',
  ],
};
