/** Something that can never become a signal, with why. */
export interface Unusable {
  readonly unusable: { readonly reason: UnusableReason; readonly detail: string };
  readonly eventId: string | null;
}

type UnusableReason =
  | 'not-an-event'
  | 'nested-too-deeply'
  | 'foreign-account'
  | 'foreign-partition'
  | 'own-finding'
  | 'not-about-cloudtrail';

export const unusable = (reason: UnusableReason, detail: string, eventId: string | null): Unusable => ({
  unusable: { reason, detail },
  eventId,
});
