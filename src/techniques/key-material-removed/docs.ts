import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take the material of the KMS key away',
  attack: ['T1562.008', 'T1685.002', 'T1485'],
  effect:
    'The key is unusable at once: nothing is delivered, nothing can be read. No waiting period protects imported material, and a key store that is disconnected takes every key in it along.',
  dataLost:
    'Nothing when the material is there again within 30 days: CloudTrail tries for 30 days to deliver what it could not deliver. When it is lost: every file that the key encrypted.',
  benignTwins: 'A key store is disconnected for maintenance; then its owner knows when it comes back.',
  whatToDo:
    'Find who holds the material and import it again, or connect the key store. The guard cannot: it must not hold the material.',
  undo: [
    'aws kms get-parameters-for-import --key-id <key ARN> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_4096 --region <Region of the key>',
    'aws kms import-key-material --key-id <key ARN> --encrypted-key-material fileb://<material> --import-token fileb://<token> --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE --region <Region of the key>',
    'aws kms connect-custom-key-store --custom-key-store-id <key store id> --region <Region of the key>',
  ],
  references: [
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteImportedKeyMaterial.html',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_DisconnectCustomKeyStore.html',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html',
  ],
};
