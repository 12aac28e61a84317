import type { World } from '../../endpoint/world.ts';

/** An e-mail as it lies in its reader's inbox. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly topicArn: string;
  readonly kind: 'confirmation' | 'notification';
}

const inbox = { name: 'sns.inbox', create: (): Mail[] => [] };

/** Mails of all accounts lie together, in the order they came. */
const mailsOf = (world: World) => world.store(inbox, 'every-account', 'aws-global');

/** @param accountId only mails of this account's topics */
export const readInbox = (world: World, accountId?: string): readonly Mail[] =>
  mailsOf(world).filter(({ topicArn }) => accountId === undefined || topicArn.split(':')[4] === accountId);

export function putInInbox(world: World, mail: Omit<Mail, 'at'>): void {
  mailsOf(world).push({ ...mail, at: world.clock.now() });
}
